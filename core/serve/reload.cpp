// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/reload.h"

namespace quillway::serve {

namespace {

constexpr QByteArrayView scriptPath = "/.quillway/reload.js";

// A page that is not looked at gives its connection back: browsers have six for all pages of a site. When it is looked at again, the first event tells whether it is old.
constexpr QByteArrayView script = R"((() => {
    "use strict";
    const version = new URL(document.currentScript.src).searchParams.get("version");
    let events = null;
    const leave = () => {
        events?.close();
        events = null;
    };
    const listen = () => {
        if (document.visibilityState === "hidden") {
            leave();
        } else if (!events) {
            events = new EventSource("/.quillway/events");
            events.onmessage = (event) => {
                if (event.data !== version) {
                    location.reload();
                }
            };
        }
    };
    document.addEventListener("visibilitychange", listen);
    addEventListener("pagehide", leave);
    addEventListener("pageshow", listen);
    listen();
})();
)";

} // namespace

QByteArray reloadElement(const QByteArray &version)
{
    return "<script src=\"" + scriptPath.toByteArray() + "?version=" + version + "\" defer></script>";
}

std::optional<HttpAnswer> reloadAnswer(const HttpRequest &request)
{
    if (request.path != scriptPath)
        return std::nullopt;
    return HttpAnswer { .status = HttpStatus::Ok,
                        .headers = { { "Content-Type", "text/javascript; charset=utf-8" }, { "Cache-Control", "no-cache" } },
                        .body = script.toByteArray(),
                        .path = {},
                        .range = {} };
}

} // namespace quillway::serve

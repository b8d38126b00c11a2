// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/code/code_languages.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace quillway::text {

namespace {

struct Alias {
    std::string_view name;
    std::string_view definition;
    std::string_view displayName = {};
    CodeForm form = CodeForm::Program;
};

// Sorted by name.
constexpr std::array aliases = {
    Alias { "apache", "Apache Configuration", "Apache" },
    Alias { "asm", "Intel x86 (NASM)", "Assembly" },
    Alias { "assembly", "Intel x86 (NASM)", "Assembly" },
    Alias { "bash-session", "Bash", "Console", CodeForm::Console },
    Alias { "bat", "MS-DOS Batch", "Batch" },
    Alias { "batch", "MS-DOS Batch", "Batch" },
    Alias { "bazel", "Python", "Bazel" },
    Alias { "bzl", "Python", "Starlark" },
    Alias { "c", "C" },
    Alias { "cmd", "MS-DOS Batch", "Batch" },
    Alias { "console", "Bash", "Console", CodeForm::Console },
    Alias { "cpp", "C++" },
    Alias { "cs", "C#" },
    Alias { "csh", "Tcsh" },
    Alias { "cuda", "C++", "CUDA" },
    Alias { "cypher", "", "Cypher" },
    Alias { "django", "Django HTML Template", "Django" },
    Alias { "docker", "Dockerfile" },
    Alias { "docker-compose", "YAML" },
    Alias { "dotenv", "Bash", ".env" },
    Alias { "elisp", "Common Lisp", "Emacs Lisp" },
    Alias { "emacs-lisp", "Common Lisp", "Emacs Lisp" },
    Alias { "env", "Bash", ".env" },
    Alias { "erb", "Ruby/Rails/RHTML", "ERB" },
    Alias { "f#", "FSharp", "F#" },
    Alias { "fortran", "Fortran (Free Format)", "Fortran" },
    Alias { "fs", "FSharp", "F#" },
    Alias { "fsharp", "FSharp", "F#" },
    Alias { "gherkin", "Cucumber Gherkin feature", "Gherkin" },
    Alias { "go.mod", "Go", "go.mod" },
    Alias { "golang", "Go" },
    Alias { "gradle", "Groovy", "Gradle" },
    Alias { "graphviz", "dot", "DOT" },
    Alias { "handlebars", "Mustache/Handlebars (HTML)", "Handlebars" },
    Alias { "hbs", "Mustache/Handlebars (HTML)", "Handlebars" },
    Alias { "hcl", "Terraform", "HCL" },
    Alias { "html+django", "Django HTML Template", "Django" },
    Alias { "htmldjango", "Django HTML Template", "Django" },
    Alias { "http", "Email", "HTTP" },
    Alias { "ini", "INI Files", "INI" },
    Alias { "ipython", "Python" },
    Alias { "jinja", "Django HTML Template", "Jinja" },
    Alias { "jinja2", "Django HTML Template", "Jinja" },
    Alias { "json5", "JavaScript", "JSON5" },
    Alias { "jsonc", "JavaScript", "JSON" },
    Alias { "jsp", "JSP" },
    Alias { "jsx", "JavaScript React (JSX)", "JSX" },
    Alias { "ksh", "Bash", "Shell" },
    Alias { "less", "LESSCSS", "Less" },
    Alias { "liquid", "Django HTML Template", "Liquid" },
    Alias { "lisp", "Common Lisp", "Lisp" },
    Alias { "llvm", "LLVM" },
    Alias { "m4", "GNU M4", "M4" },
    Alias { "make", "Makefile" },
    Alias { "matlab", "Matlab", "MATLAB" },
    Alias { "mdx", "Markdown", "MDX" },
    Alias { "mysql", "SQL (MySQL)", "SQL" },
    Alias { "nasm", "Intel x86 (NASM)", "Assembly" },
    Alias { "nginx", "nginx Configuration", "nginx" },
    Alias { "node", "JavaScript" },
    Alias { "nohighlight", "" },
    Alias { "none", "" },
    Alias { "ocaml", "Objective Caml", "OCaml" },
    Alias { "patch", "Diff" },
    Alias { "pgsql", "SQL (PostgreSQL)", "SQL" },
    Alias { "php", "PHP (HTML)", "PHP", CodeForm::Php },
    Alias { "plain", "" },
    Alias { "plaintext", "" },
    Alias { "plpgsql", "SQL (PostgreSQL)", "SQL" },
    Alias { "postgres", "SQL (PostgreSQL)", "SQL" },
    Alias { "postgresql", "SQL (PostgreSQL)", "SQL" },
    Alias { "powershell", "PowerShell" },
    Alias { "properties", "Java Properties", "Properties" },
    Alias { "protobuf", "Protobuf" },
    Alias { "ps", "PowerShell" },
    Alias { "ps1", "PowerShell" },
    Alias { "pwsh", "PowerShell" },
    Alias { "py3", "Python" },
    Alias { "pycon", "Python", "Python", CodeForm::Console },
    Alias { "python2", "Python" },
    Alias { "python3", "Python" },
    Alias { "r", "R Script", "R" },
    Alias { "sass", "SASS", "Sass" },
    Alias { "sh", "Bash", "Shell" },
    Alias { "sh-session", "Bash", "Console", CodeForm::Console },
    Alias { "shell", "Bash", "Shell" },
    Alias { "shell-session", "Bash", "Console", CodeForm::Console },
    Alias { "shellsession", "Bash", "Console", CodeForm::Console },
    Alias { "sqlite", "SQL" },
    Alias { "starlark", "Python", "Starlark" },
    Alias { "systemd", "systemd unit", "systemd" },
    Alias { "tcl", "Tcl/Tk", "Tcl" },
    Alias { "tex", "LaTeX" },
    Alias { "text", "" },
    Alias { "tsql", "SQL" },
    Alias { "tsx", "TypeScript React (TSX)", "TSX" },
    Alias { "twig", "Twig (HTML)", "Twig" },
    Alias { "txt", "" },
    Alias { "vb", "MonoBasic", "Visual Basic" },
    Alias { "vb.net", "MonoBasic", "Visual Basic" },
    Alias { "vbnet", "MonoBasic", "Visual Basic" },
    Alias { "wat", "Common Lisp", "WebAssembly" },
    Alias { "zsh-session", "Bash", "Console", CodeForm::Console },
};
static_assert(std::ranges::is_sorted(aliases, {}, &Alias::name));

} // namespace

std::optional<CodeLanguage> findCodeLanguage(QStringView name)
{
    const QByteArray wanted = name.toUtf8();
    const auto found = std::ranges::lower_bound(aliases, std::string_view(wanted), {}, &Alias::name);
    if (found == aliases.end() || found->name != std::string_view(wanted))
        return std::nullopt;
    return CodeLanguage { QString::fromLatin1(found->definition), QString::fromLatin1(found->displayName), found->form };
}

QStringList codeLanguageNames()
{
    QStringList names;
    for (const Alias &alias : aliases)
        names.append(QString::fromLatin1(alias.name));
    return names;
}

bool isTooSlow(QStringView definition)
{
    return definition == QLatin1StringView("SELinux File Contexts") || definition == QLatin1StringView("Music Publisher");
}

} // namespace quillway::text

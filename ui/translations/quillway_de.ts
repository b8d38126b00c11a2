<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>LookMenu</name>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Vergröße&amp;rn</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Usual si&amp;ze</source>
        <translation>Üb&amp;liche Größe</translation>
    </message>
    <message>
        <source>P&amp;roportional text</source>
        <translation>Proportionale Sc&amp;hrift</translation>
    </message>
    <message>
        <source>Focus on the para&amp;graph</source>
        <translation>Fokus &amp;auf den Absatz</translation>
    </message>
    <message>
        <source>Focus on the sente&amp;nce</source>
        <translation>Fokus auf &amp;den Satz</translation>
    </message>
    <message>
        <source>T&amp;ypewriter: the caret&apos;s line stays in the middle</source>
        <translation>Schreib&amp;maschine: Zeile der Schreibmarke bleibt in der Mitte</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is no such file or folder</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>It cannot be read</source>
        <translation>Das ist nicht lesbar</translation>
    </message>
    <message>
        <source>It cannot be written</source>
        <translation>Dorthin kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>It is not an ordinary file</source>
        <translation>Das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>It is not a folder</source>
        <translation>Das ist kein Ordner</translation>
    </message>
    <message>
        <source>Something of that name is there already</source>
        <translation>Etwas mit diesem Namen gibt es dort schon</translation>
    </message>
    <message>
        <source>It could be written only in part</source>
        <translation>Es konnte nur teilweise geschrieben werden</translation>
    </message>
    <message>
        <source>There is no space left on the disk</source>
        <translation>Auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>The disk did not confirm that it has been written</source>
        <translation>Der Datenträger hat das Schreiben nicht bestätigt</translation>
    </message>
    <message>
        <source>Another program is using it</source>
        <translation>Ein anderes Programm verwendet es gerade</translation>
    </message>
    <message>
        <source>Another program has changed the file</source>
        <translation>Ein anderes Programm hat die Datei geändert</translation>
    </message>
    <message>
        <source>This leads out of the site’s folder</source>
        <translation>Das führt aus dem Ordner der Website hinaus</translation>
    </message>
    <message>
        <source>The text is not UTF-8</source>
        <translation>Der Text ist kein UTF-8</translation>
    </message>
    <message>
        <source>The front matter is never closed</source>
        <translation>Der Dateikopf wird nicht abgeschlossen</translation>
    </message>
    <message>
        <source>The front matter cannot be understood</source>
        <translation>Der Dateikopf ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>A key stands twice in the front matter</source>
        <translation>Ein Schlüssel steht zweimal im Dateikopf</translation>
    </message>
    <message>
        <source>This is too large or too deeply nested to be read</source>
        <translation>Das ist zu groß oder zu tief verschachtelt, um gelesen zu werden</translation>
    </message>
    <message>
        <source>Quillway does not know this key</source>
        <translation>Quillway kennt diesen Schlüssel nicht</translation>
    </message>
    <message>
        <source>The value is of the wrong type</source>
        <translation>Der Wert hat den falschen Typ</translation>
    </message>
    <message>
        <source>The value is not allowed</source>
        <translation>Der Wert ist nicht erlaubt</translation>
    </message>
    <message>
        <source>This is not a date</source>
        <translation>Das ist kein Datum</translation>
    </message>
    <message>
        <source>There is no date, so this counts as a draft</source>
        <translation>Ohne Datum gilt dies als Entwurf</translation>
    </message>
    <message>
        <source>There is no title</source>
        <translation>Der Titel fehlt</translation>
    </message>
    <message>
        <source>Two files have the same address</source>
        <translation>Zwei Dateien haben dieselbe Adresse</translation>
    </message>
    <message>
        <source>Two files have the same slug</source>
        <translation>Zwei Dateien haben denselben Kurznamen</translation>
    </message>
    <message>
        <source>Two files have the same alias</source>
        <translation>Zwei Dateien haben denselben Alias</translation>
    </message>
    <message>
        <source>There is no such post</source>
        <translation>Diesen Beitrag gibt es nicht</translation>
    </message>
    <message>
        <source>No post has this tag</source>
        <translation>Kein Beitrag hat dieses Schlagwort</translation>
    </message>
    <message>
        <source>A topic has no such fact</source>
        <translation>Eine solche Angabe hat ein Thema nicht</translation>
    </message>
    <message>
        <source>This leads to a draft</source>
        <translation>Das führt zu einem Entwurf</translation>
    </message>
    <message>
        <source>The link leads nowhere</source>
        <translation>Der Link führt ins Leere</translation>
    </message>
    <message>
        <source>The page has no such heading</source>
        <translation>Diese Überschrift hat die Seite nicht</translation>
    </message>
    <message>
        <source>The picture is missing</source>
        <translation>Das Bild fehlt</translation>
    </message>
    <message>
        <source>The picture has no alternative text</source>
        <translation>Das Bild hat keinen Alternativtext</translation>
    </message>
    <message>
        <source>The topic has no posts</source>
        <translation>Das Thema hat keine Beiträge</translation>
    </message>
    <message>
        <source>There is no such template</source>
        <translation>Diese Vorlage gibt es nicht</translation>
    </message>
    <message>
        <source>The template cannot be understood</source>
        <translation>Die Vorlage ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>The template cannot be rendered</source>
        <translation>Die Vorlage kann nicht ausgegeben werden</translation>
    </message>
    <message>
        <source>It was cancelled</source>
        <translation>Der Vorgang wurde abgebrochen</translation>
    </message>
    <message>
        <source>This cannot be done in that way</source>
        <translation>Auf diese Weise geht das nicht</translation>
    </message>
    <message>
        <source>Quillway has made a mistake</source>
        <translation>Quillway hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>%1 Its last changes may be missing.</source>
        <translation>%1 Die letzten Änderungen daran fehlen möglicherweise.</translation>
    </message>
    <message>
        <source>Unsaved text of “%1” was recovered.</source>
        <translation>Nicht gespeicherter Text von „%1“ wurde wiederhergestellt.</translation>
    </message>
    <message numerus="yes">
        <source>Unsaved text of %Ln files was recovered.</source>
        <translation>
            <numerusform>Nicht gespeicherter Text von %Ln Datei wurde wiederhergestellt.</numerusform>
            <numerusform>Nicht gespeicherter Text von %Ln Dateien wurde wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved text of “%1” was recovered, but the file is not there any more.</source>
        <translation>Nicht gespeicherter Text von „%1“ wurde wiederhergestellt, aber die Datei gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Unsaved text of “%1” was recovered, but the file has changed since.</source>
        <translation>Nicht gespeicherter Text von „%1“ wurde wiederhergestellt, aber die Datei hat sich seither geändert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation>„%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>“%1” is in the trash.</source>
        <translation>„%1“ liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>“%1” could not be deleted. %2.</source>
        <translation>„%1“ konnte nicht gelöscht werden. %2.</translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation>„%1“ ist wieder da.</translation>
    </message>
    <message>
        <source>“%1” could not be brought back. %2.</source>
        <translation>„%1“ konnte nicht zurückgeholt werden. %2.</translation>
    </message>
    <message>
        <source>“%1” could not be opened. %2.</source>
        <translation>„%1“ konnte nicht geöffnet werden. %2.</translation>
    </message>
    <message>
        <source>A recovery journal could not be read. It is kept at “%1”.</source>
        <translation>Ein Wiederherstellungsprotokoll war nicht lesbar. Es wird unter „%1“ aufbewahrt.</translation>
    </message>
    <message>
        <source>What you type is not safe from a crash until you save it: the folder “.quillway” of the site cannot be written. %1.</source>
        <translation>Getippter Text ist bis zum Speichern nicht vor einem Absturz sicher: In den Ordner „.quillway“ der Website kann nicht geschrieben werden. %1.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>The export stopped at “%1”. %2.</source>
        <translation>Der Export ist bei „%1“ stehen geblieben. %2.</translation>
    </message>
    <message>
        <source>The export was cancelled. Files written until then: %L1.</source>
        <translation>Der Export wurde abgebrochen. Bis dahin geschriebene Dateien: %L1.</translation>
    </message>
    <message>
        <source>Exported: %L1 files, %L2 of them new or changed.</source>
        <translation>Exportierte Dateien: %L1, davon neu oder geändert: %L2.</translation>
    </message>
    <message>
        <source>“%1” could not be saved: there is no space left on the disk%2. Your text stays here. Make room, then try again.</source>
        <translation>„%1“ ließ sich nicht speichern: Auf dem Datenträger ist kein Platz mehr%2. Der Text bleibt hier. Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“%1” could not be saved: the file or its folder is write-protected%2. Your text stays here. Allow writing there, then try again.</source>
        <translation>„%1“ ließ sich nicht speichern: Die Datei oder ihr Ordner ist schreibgeschützt%2. Der Text bleibt hier. Das Schreiben dort erlauben und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“%1” could not be saved: the folder it belongs in is not there%2. Your text stays here. Try again when the folder is back.</source>
        <translation>„%1“ ließ sich nicht speichern: Der Ordner dafür ist nicht da%2. Der Text bleibt hier. Noch einmal versuchen, sobald der Ordner wieder da ist.</translation>
    </message>
    <message>
        <source>“%1” could not be saved: the disk took only a part of it%2. Your text stays here. Look after the disk, then try again.</source>
        <translation>„%1“ ließ sich nicht speichern: Der Datenträger hat nur einen Teil angenommen%2. Der Text bleibt hier. Den Datenträger prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>It is not certain that “%1” is saved: the disk did not confirm it%2. Your text stays here. Try again.</source>
        <translation>Es ist nicht sicher, dass „%1“ gespeichert ist: Der Datenträger hat es nicht bestätigt%2. Der Text bleibt hier. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“%1” could not be saved: something that is not an ordinary file has taken its place. Your text stays here. Move that away, then try again.</source>
        <translation>„%1“ ließ sich nicht speichern: An seiner Stelle liegt etwas, das keine gewöhnliche Datei ist. Der Text bleibt hier. Das andere verschieben und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“%1” was not saved: another program has changed the file. Nothing is overwritten, and your text stays here.</source>
        <translation>„%1“ wurde nicht gespeichert: Ein anderes Programm hat die Datei geändert. Nichts wird überschrieben, und der Text bleibt hier.</translation>
    </message>
    <message>
        <source>“%1” was not saved: another program has made a file of that name. Nothing is overwritten, and your text stays here.</source>
        <translation>„%1“ wurde nicht gespeichert: Ein anderes Programm hat eine Datei dieses Namens angelegt. Nichts wird überschrieben, und der Text bleibt hier.</translation>
    </message>
    <message>
        <source>“%1” could not be saved. %2. Your text stays here.</source>
        <translation>„%1“ ließ sich nicht speichern. %2. Der Text bleibt hier.</translation>
    </message>
    <message>
        <source>Another program deleted “%1”.</source>
        <translation>Ein anderes Programm hat „%1“ gelöscht.</translation>
    </message>
    <message>
        <source>Another program deleted %L1 files.</source>
        <translation>Ein anderes Programm hat %L1 Dateien gelöscht.</translation>
    </message>
    <message>
        <source>The text of “%1” is kept at “%2”.</source>
        <translation>Der Text von „%1“ liegt jetzt in „%2“.</translation>
    </message>
    <message>
        <source>The text of “%1” could not be kept, so nothing was changed. %2.</source>
        <translation>Der Text von „%1“ ließ sich nicht aufheben, darum wurde nichts geändert. %2.</translation>
    </message>
    <message>
        <source>Another program changed “%1” elsewhere; its changes are in your text now. Undo takes them out.</source>
        <translation>Ein anderes Programm hat „%1“ an anderen Stellen geändert; seine Änderungen stehen jetzt im Text. „Rückgängig“ nimmt sie heraus.</translation>
    </message>
    <message>
        <source>Another program has changed the file “%1” where you did. Nothing is overwritten until you decide.</source>
        <translation>Ein anderes Programm hat die Datei „%1“ an denselben Stellen geändert. Bis zur Entscheidung wird nichts überschrieben.</translation>
    </message>
    <message>
        <source>Another program deleted “%1”. Its text stays here; saving it brings the file back.</source>
        <translation>Ein anderes Programm hat „%1“ gelöscht. Der Text bleibt hier; Speichern legt die Datei wieder an.</translation>
    </message>
    <message>
        <source>Another program renamed “%1” to “%2”.</source>
        <translation>Ein anderes Programm hat „%1“ in „%2“ umbenannt.</translation>
    </message>
    <message>
        <source>“%1” cannot be read any more. %2. What you have of it stays here.</source>
        <translation>„%1“ lässt sich nicht mehr lesen. %2. Was davon hier ist, bleibt hier.</translation>
    </message>
    <message>
        <source>The folder of the site is not there any more. Your texts stay here; they can be saved when it is back.</source>
        <translation>Der Ordner der Website ist nicht mehr da. Die Texte bleiben hier; sie lassen sich speichern, sobald er wieder da ist.</translation>
    </message>
    <message>
        <source>Two headings have the same anchor</source>
        <translation>Zwei Überschriften haben denselben Anker</translation>
    </message>
    <message>
        <source>The path has this post twice</source>
        <translation>Der Lesepfad hat diesen Beitrag zweimal</translation>
    </message>
    <message>
        <source>This leads to a post that is not out yet</source>
        <translation>Das führt zu einem Beitrag, der noch nicht erschienen ist</translation>
    </message>
    <message>
        <source>No tag, topic or path leads to this post</source>
        <translation>Kein Schlagwort, Thema oder Lesepfad führt zu diesem Beitrag</translation>
    </message>
    <message>
        <source>Only one post has this tag</source>
        <translation>Nur ein Beitrag hat dieses Schlagwort</translation>
    </message>
    <message>
        <source>The heading skips a level</source>
        <translation>Die Überschrift überspringt eine Ebene</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile and stays as it is.</source>
        <translation>„%1“ wurde inzwischen geändert und bleibt, wie es ist.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files were changed meanwhile and stay as they are, “%1” among them.</source>
        <translation>
            <numerusform>%Ln Datei wurde inzwischen geändert und bleibt, wie sie ist: „%1“.</numerusform>
            <numerusform>%Ln Dateien wurden inzwischen geändert und bleiben, wie sie sind, darunter „%1“.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: done in %2.</source>
        <translation>%1: in %2 erledigt.</translation>
    </message>
    <message>
        <source>%1: taken back in %2.</source>
        <translation>%1: in %2 zurückgenommen.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>%1: begun when the program ended last, and finished now.</source>
        <translation>%1: beim letzten Programmende begonnen und jetzt abgeschlossen.</translation>
    </message>
    <message>
        <source>%1: begun when the program ended last; it could not be finished and was taken back. %2.</source>
        <translation>%1: beim letzten Programmende begonnen; es ließ sich nicht abschließen und wurde zurückgenommen. %2.</translation>
    </message>
    <message>
        <source>%1: stopped halfway by the disk; it goes on when the site is opened again. %2.</source>
        <translation>%1: vom Datenträger mittendrin angehalten; es geht weiter, wenn die Website wieder geöffnet wird. %2.</translation>
    </message>
    <message>
        <source>%1: nothing was changed.</source>
        <translation>%1: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1: nothing was changed. %2.</source>
        <translation>%1: Nichts wurde geändert. %2.</translation>
    </message>
    <message>
        <source>Lead it to “%1”</source>
        <translation>Zu „%1“ führen</translation>
    </message>
    <message>
        <source>Make a draft “%1”</source>
        <translation>Entwurf „%1“ anlegen</translation>
    </message>
    <message>
        <source>Give it the alternative text “%1”</source>
        <translation>Den Alternativtext „%1“ geben</translation>
    </message>
    <message>
        <source>Name the post “%1”</source>
        <translation>Den Beitrag „%1“ nennen</translation>
    </message>
    <message>
        <source>Take it out of the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Use the tag “%1”</source>
        <translation>Das Schlagwort „%1“ verwenden</translation>
    </message>
    <message>
        <source>Make it a heading of level %1</source>
        <translation>Zur Überschrift der Ebene %1 machen</translation>
    </message>
    <message>
        <source>Remove this alias</source>
        <translation>Diese alte Adresse entfernen</translation>
    </message>
    <message>
        <source>Write the title “%1”</source>
        <translation>Den Titel „%1“ schreiben</translation>
    </message>
    <message>
        <source>The link to another site leads nowhere</source>
        <translation>Der Link zu einer anderen Website führt ins Leere</translation>
    </message>
    <message>
        <source>The page on another site has moved</source>
        <translation>Die Seite einer anderen Website ist umgezogen</translation>
    </message>
    <message>
        <source>The other site does not say whether the page is there</source>
        <translation>Die andere Website sagt nicht, ob es die Seite gibt</translation>
    </message>
    <message>
        <source>The picture cannot be read, so it is copied as it is</source>
        <translation>Das Bild ist nicht lesbar und wird kopiert, wie es ist</translation>
    </message>
    <message>
        <source>The picture is too large to be scaled, so it is copied as it is</source>
        <translation>Das Bild ist zu groß, um es zu verkleinern, und wird kopiert, wie es ist</translation>
    </message>
    <message>
        <source>The picture holds a script, which would run where it is opened by itself</source>
        <translation>Das Bild enthält ein Skript, das liefe, wenn man es für sich allein öffnet</translation>
    </message>
    <message>
        <source>The formula cannot be set, so it is shown as written</source>
        <translation>Die Formel lässt sich nicht setzen und erscheint, wie sie geschrieben ist</translation>
    </message>
    <message>
        <source>The diagram cannot be drawn, so it is shown as written</source>
        <translation>Das Diagramm lässt sich nicht zeichnen und steht da, wie es geschrieben ist</translation>
    </message>
    <message>
        <source>This program is needed and is not installed</source>
        <translation>Dieses Programm wird gebraucht und ist nicht installiert</translation>
    </message>
    <message>
        <source>The program that was called for it failed</source>
        <translation>Das Programm, das dafür aufgerufen wurde, ist gescheitert</translation>
    </message>
</context>
<context>
    <name>SpellingMenu</name>
    <message>
        <source>Looking for words…</source>
        <translation>Wörter werden gesucht…</translation>
    </message>
    <message>
        <source>&amp;Add “%1” to the site&apos;s dictionary</source>
        <translation>„%1“ ins &amp;Wörterbuch der Website aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Ignore “%1”</source>
        <translation>„%1“ &amp;ignorieren</translation>
    </message>
    <message>
        <source>No similar word</source>
        <translation>Kein ähnliches Wort</translation>
    </message>
</context>
<context>
    <name>TextLimits</name>
    <message>
        <source>Line %L1 is too long to be edited here. The text is shown with its long lines broken; the file stays as it is.</source>
        <translation>Zeile %L1 ist zu lang, um hier bearbeitet zu werden. Der Text wird mit umbrochenen langen Zeilen gezeigt; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>This text is too long to be edited here. It is shown; the file stays as it is.</source>
        <translation>Dieser Text ist zu lang, um hier bearbeitet zu werden. Er wird gezeigt; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>A line of it is longer than can be edited here: nothing was pasted.</source>
        <translation>Eine Zeile davon ist länger, als hier bearbeitet werden kann: Nichts wurde eingefügt.</translation>
    </message>
    <message>
        <source>This is more than can be edited here: nothing was pasted.</source>
        <translation>Das ist mehr, als hier bearbeitet werden kann: Nichts wurde eingefügt.</translation>
    </message>
</context>
<context>
    <name>WritingActions</name>
    <message>
        <source>&amp;Strong</source>
        <translation>&amp;Fett</translation>
    </message>
    <message>
        <source>&amp;Emphasis</source>
        <translation>&amp;Kursiv</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>Stri&amp;kethrough</source>
        <translation>&amp;Durchgestrichen</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Link</translation>
    </message>
    <message>
        <source>Heading &amp;%1</source>
        <translation>Überschrift &amp;%1</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>&amp;Zitat</translation>
    </message>
    <message>
        <source>C&amp;omment</source>
        <translation>K&amp;ommentar</translation>
    </message>
    <message>
        <source>B&amp;ulleted list</source>
        <translation>&amp;Aufzählung</translation>
    </message>
    <message>
        <source>&amp;Numbered list</source>
        <translation>&amp;Nummerierte Liste</translation>
    </message>
    <message>
        <source>&amp;Task, done or not</source>
        <translation>Auf&amp;gabe, erledigt oder nicht</translation>
    </message>
    <message>
        <source>Move lines u&amp;p</source>
        <translation>Zeilen nach o&amp;ben</translation>
    </message>
    <message>
        <source>Move lines &amp;down</source>
        <translation>Zeilen nach &amp;unten</translation>
    </message>
    <message>
        <source>Move section up</source>
        <translation>Abschnitt nach oben</translation>
    </message>
    <message>
        <source>Move section down</source>
        <translation>Abschnitt nach unten</translation>
    </message>
    <message>
        <source>Row &amp;above</source>
        <translation>Zeile &amp;darüber</translation>
    </message>
    <message>
        <source>Row &amp;below</source>
        <translation>Zeile dar&amp;unter</translation>
    </message>
    <message>
        <source>Move row &amp;up</source>
        <translation>Zeile nach &amp;oben</translation>
    </message>
    <message>
        <source>Move row &amp;down</source>
        <translation>Zeile nach u&amp;nten</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Column be&amp;fore</source>
        <translation>Spalte da&amp;vor</translation>
    </message>
    <message>
        <source>Column be&amp;hind</source>
        <translation>Spalte da&amp;hinter</translation>
    </message>
    <message>
        <source>Move column bac&amp;k</source>
        <translation>Spalte &amp;zurück</translation>
    </message>
    <message>
        <source>Move column &amp;on</source>
        <translation>Spalte &amp;weiter</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Spalte entfernen</translation>
    </message>
    <message>
        <source>Align &amp;left</source>
        <translation>&amp;Linksbündig</translation>
    </message>
    <message>
        <source>Align in the &amp;middle</source>
        <translation>&amp;Mittig</translation>
    </message>
    <message>
        <source>Align &amp;right</source>
        <translation>&amp;Rechtsbündig</translation>
    </message>
    <message>
        <source>Align by &amp;itself</source>
        <translation>Ohne eigene Au&amp;srichtung</translation>
    </message>
    <message>
        <source>&amp;Tidy columns</source>
        <translation>Spalten &amp;aufräumen</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Footnote, or to its other end</source>
        <translation>&amp;Fußnote, oder zu ihrem anderen Ende</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Hinweis</translation>
    </message>
    <message>
        <source>T&amp;ip</source>
        <translation>T&amp;ipp</translation>
    </message>
    <message>
        <source>I&amp;mportant</source>
        <translation>&amp;Wichtig</translation>
    </message>
    <message>
        <source>&amp;Warning</source>
        <translation>Wa&amp;rnung</translation>
    </message>
    <message>
        <source>&amp;Caution</source>
        <translation>V&amp;orsicht</translation>
    </message>
    <message>
        <source>Paste as plain te&amp;xt</source>
        <translation>Als reinen Te&amp;xt einfügen</translation>
    </message>
    <message>
        <source>Items further in</source>
        <translation>Punkte weiter einrücken</translation>
    </message>
    <message>
        <source>Items further out</source>
        <translation>Punkte weniger einrücken</translation>
    </message>
</context>
<context>
    <name>quillway::ui::AddedFiles</name>
    <message>
        <source>“%1” was not added: it is not a picture, or a damaged one.</source>
        <translation>„%1“ wurde nicht hinzugefügt: Das ist kein Bild oder ein beschädigtes.</translation>
    </message>
    <message>
        <source>“%1” was not added: it is larger than %L2 MB.</source>
        <translation>„%1“ wurde nicht hinzugefügt: Die Datei ist größer als %L2 MB.</translation>
    </message>
    <message>
        <source>“%1” was not added. %2.</source>
        <translation>„%1“ wurde nicht hinzugefügt. %2.</translation>
    </message>
    <message>
        <source>A picture cannot stand in code or front matter.</source>
        <translation>In Code oder im Vorspann kann kein Bild stehen.</translation>
    </message>
    <message>
        <source>Insert pictures or files</source>
        <translation>Bilder oder Dateien einfügen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::AdvicePanel</name>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>Perhaps posts of the topic</source>
        <translation>Vielleicht Beiträge des Themas</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Add “%1” to the topic</source>
        <translation>„%1“ zum Thema nehmen</translation>
    </message>
    <message>
        <source>“%1” is not for this topic</source>
        <translation>„%1“ ist nichts für dieses Thema</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::AltHint</name>
    <message>
        <source>Say what the picture shows, for those who cannot see it · Return when done</source>
        <translation>Was das Bild zeigt, für alle, die es nicht sehen · Eingabetaste, wenn fertig</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ChangeModel</name>
    <message>
        <source>%1, %2 of %3 changes</source>
        <translation>%1, %2 von %3 Änderungen</translation>
    </message>
    <message>
        <source>line %1: %2 becomes %3</source>
        <translation>Zeile %1: aus %2 wird %3</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ChangePreview</name>
    <message>
        <source>“%1” cannot be changed. %2.</source>
        <translation>„%1“ lässt sich nicht ändern. %2.</translation>
    </message>
    <message numerus="yes">
        <source>The same goes for %Ln more.</source>
        <translation>
            <numerusform>Dasselbe gilt für %Ln weitere.</numerusform>
            <numerusform>Dasselbe gilt für %Ln weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Files that change</source>
        <translation>Dateien, die sich ändern</translation>
    </message>
    <message>
        <source>%1: there is nothing to change</source>
        <translation>%1: Es gibt nichts zu ändern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 file would change</source>
        <translation>1 Datei würde sich ändern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files would change</source>
        <translation>
            <numerusform>%Ln Datei würde sich ändern</numerusform>
            <numerusform>%Ln Dateien würden sich ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>No file would be changed.</source>
        <translation>Keine Datei würde sich ändern.</translation>
    </message>
    <message>
        <source>“%1” moves to “%2”. What is in it stays as it is.</source>
        <translation>„%1“ kommt nach „%2“. Der Inhalt bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Now: no such file</source>
        <translation>Jetzt: keine solche Datei</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Dann: %1</translation>
    </message>
    <message>
        <source>Then: removed</source>
        <translation>Dann: entfernt</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ChangedFiles</name>
    <message>
        <source>renamed from “%1”</source>
        <translation>umbenannt, vorher „%1“</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>quillway::ui::Completion</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ConflictControl</name>
    <message>
        <source>Recovered text of “%1”, and what the file has now</source>
        <translation>Wiederhergestellter Text von „%1“ und was jetzt in der Datei steht</translation>
    </message>
    <message>
        <source>Another program changed “%1” where you did</source>
        <translation>Ein anderes Programm hat „%1“ an denselben Stellen geändert</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mein Text</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf dem Datenträger</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>Im Editor</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ConflictView</name>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Den anderen nehmen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>The text on the right; yours can be had back by undo</source>
        <translation>Der Text rechts; der eigene kommt mit „Rückgängig“ zurück</translation>
    </message>
    <message>
        <source>The text on the left; the one on disk stays among the previous versions</source>
        <translation>Der Text links; der auf dem Datenträger bleibt unter den früheren Fassungen</translation>
    </message>
    <message>
        <source>One text with the changes of both, to be edited: where they differ, your passage and then theirs</source>
        <translation>Ein Text mit beiden Änderungen zum Bearbeiten: Wo sie sich unterscheiden, erst die eigene Stelle, dann die andere</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Decide later; until then nothing is overwritten</source>
        <translation>Später entscheiden; bis dahin wird nichts überschrieben</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ContentView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::DiffArea</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Difference %L1 of %L2</source>
        <translation>Unterschied %L1 von %L2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged lines</source>
        <translation>
            <numerusform>%Ln unveränderte Zeile</numerusform>
            <numerusform>%Ln unveränderte Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quillway::ui::DiffView</name>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>F7</source>
        <translation>F7</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Vorheriger Unterschied</translation>
    </message>
    <message>
        <source>Shift+F7</source>
        <translation>Umschalt+F7</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Show the lines that are the same as well</source>
        <translation>Auch die Zeilen zeigen, die gleich sind</translation>
    </message>
    <message>
        <source>This version is not text, so that it cannot be shown.</source>
        <translation>Diese Fassung ist kein Text und kann deshalb nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Only line ends differ</source>
        <translation>Nur die Zeilenenden unterscheiden sich</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Keine Unterschiede</translation>
    </message>
    <message>
        <source>Difference %L1 of %L2</source>
        <translation>Unterschied %L1 von %L2</translation>
    </message>
    <message>
        <source>1 line removed</source>
        <translation>1 Zeile entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines removed</source>
        <translation>
            <numerusform>%Ln Zeile entfernt</numerusform>
            <numerusform>%Ln Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2, %L3 added</source>
        <translation>%1 · %2, %L3 hinzugefügt</translation>
    </message>
</context>
<context>
    <name>quillway::ui::DriftChart</name>
    <message>
        <source>Tags over the years</source>
        <translation>Schlagwörter über die Jahre</translation>
    </message>
    <message>
        <source>%1 in %2: %L3 of %L4</source>
        <translation>%1 im Jahr %2: %L3 von %L4</translation>
    </message>
</context>
<context>
    <name>quillway::ui::EditorPane</name>
    <message>
        <source>Choose a post, or write a new one with Ctrl+N.</source>
        <translation>Einen Beitrag auswählen oder mit Strg+N einen neuen schreiben.</translation>
    </message>
    <message>
        <source>Show the whole file (F4)</source>
        <translation>Die ganze Datei zeigen (F4)</translation>
    </message>
    <message>
        <source>Show the whole file</source>
        <translation>Die ganze Datei zeigen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ExportControl</name>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Den Export abbrechen</translation>
    </message>
    <message>
        <source>Exporting %L1 of %L2</source>
        <translation>Export: %L1 von %L2</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Export läuft…</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FactButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Insert into the text: %1</source>
        <translation>In den Text einfügen: %1</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FactEdit</name>
    <message>
        <source>Insert a fact…</source>
        <translation>Tatsache einfügen…</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FactText</name>
    <message>
        <source>With the facts filled in</source>
        <translation>Mit den eingesetzten Tatsachen</translation>
    </message>
    <message>
        <source>This cannot be filled in: %1</source>
        <translation>Das lässt sich nicht einsetzen: %1</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FactsPanel</name>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>First post</source>
        <translation>Erster Beitrag</translation>
    </message>
    <message>
        <source>Newest post</source>
        <translation>Neuester Beitrag</translation>
    </message>
    <message>
        <source>Minutes to read</source>
        <translation>Lesezeit in Minuten</translation>
    </message>
    <message>
        <source>Neighbouring tags</source>
        <translation>Benachbarte Schlagwörter</translation>
    </message>
    <message>
        <source>Words of the titles</source>
        <translation>Wörter der Titel</translation>
    </message>
    <message>
        <source>Tags at first</source>
        <translation>Schlagwörter am Anfang</translation>
    </message>
    <message>
        <source>Tags of late</source>
        <translation>Schlagwörter zuletzt</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Schwerpunkt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What its posts say</source>
        <translation>Was seine Beiträge sagen</translation>
    </message>
    <message>
        <source>No published post has one of the tags yet. As soon as one does, its facts stand here.</source>
        <translation>Noch hat kein veröffentlichter Beitrag eines der Schlagwörter. Sobald einer sie hat, stehen hier die Tatsachen.</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FileState</name>
    <message>
        <source>Loading %L1 of %L2</source>
        <translation>%L1 von %L2 wird geladen</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>%1 · %L2 min</source>
        <translation>%1 · %L2 min</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source> (mixed)</source>
        <translation> (gemischt)</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>kein UTF-8</translation>
    </message>
    <message>
        <source>%1 spelling</source>
        <translation>Rechtschreibung %1</translation>
    </message>
    <message>
        <source>%L1 : %L2</source>
        <translation>%L1 : %L2</translation>
    </message>
    <message>
        <source>%1 · readability %L2</source>
        <translation>%1 · Lesbarkeit %L2</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FileTabs</name>
    <message>
        <source>Open texts</source>
        <translation>Offene Texte</translation>
    </message>
    <message>
        <source>The next text that you open takes this tab. Edit, or double-click the tab, to keep it.</source>
        <translation>Der nächste geöffnete Text übernimmt diesen Reiter. Bearbeiten oder ein Doppelklick auf den Reiter behält ihn.</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Schli&amp;eßen</translation>
    </message>
    <message>
        <source>Close &amp;others</source>
        <translation>&amp;Andere schließen</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Gesuchter Text</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <comment>places in the text</comment>
        <translation>
            <numerusform>%Ln ersetzt</numerusform>
            <numerusform>%Ln ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
    <message>
        <source>no hits</source>
        <translation>keine Treffer</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression; $1 is what its first group found</source>
        <translation>Regulärer Ausdruck; $1 ist, was seine erste Gruppe gefunden hat</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
</context>
<context>
    <name>quillway::ui::Finder</name>
    <message>
        <source>&gt; commands   # tags   @ headings   : line</source>
        <translation>&gt; Befehle   # Schlagwörter   @ Überschriften   : Zeile</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Einen Befehl suchen</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Ein Schlagwort suchen</translation>
    </message>
    <message>
        <source>A tag</source>
        <translation>Ein Schlagwort</translation>
    </message>
    <message>
        <source>Find a heading of this post</source>
        <translation>Eine Überschrift dieses Beitrags suchen</translation>
    </message>
    <message>
        <source>A heading</source>
        <translation>Eine Überschrift</translation>
    </message>
    <message>
        <source>Go to a line</source>
        <translation>Zu einer Zeile gehen</translation>
    </message>
    <message>
        <source>A line</source>
        <translation>Eine Zeile</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search all texts</source>
        <translation>Alle Texte durchsuchen</translation>
    </message>
    <message>
        <source>&quot;a phrase&quot;   -without   tag:name   is:draft</source>
        <translation>&quot;eine Wortfolge&quot;   -ohne   tag:name   is:draft</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Zu beliebiger Stelle gehen</translation>
    </message>
    <message>
        <source>Go to a post, heading, topic, path, tag, page</source>
        <translation>Zu Beitrag, Überschrift, Thema, Lesepfad, Schlagwort, Seite</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>reading path</source>
        <translation>Lesepfad</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>No site is open. Type &gt; for commands.</source>
        <translation>Keine Website ist geöffnet. &gt; eingeben für Befehle.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln texts</source>
        <translation>
            <numerusform>mehr als %Ln Text</numerusform>
            <numerusform>mehr als %Ln Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 Text</translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts</source>
        <translation>
            <numerusform>%Ln Text</numerusform>
            <numerusform>%Ln Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>still reading the site…</source>
        <translation>die Website wird noch gelesen…</translation>
    </message>
    <message>
        <source>No site is open.</source>
        <translation>Keine Website ist geöffnet.</translation>
    </message>
    <message>
        <source>Words of titles, headings, texts, code, links and tags</source>
        <translation>Wörter aus Titeln, Überschriften, Texten, Code, Links und Schlagwörtern</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>No file is open.</source>
        <translation>Keine Datei ist geöffnet.</translation>
    </message>
    <message>
        <source>This text has no headings.</source>
        <translation>Dieser Text hat keine Überschriften.</translation>
    </message>
    <message>
        <source>No heading is called so.</source>
        <translation>Keine Überschrift heißt so.</translation>
    </message>
    <message>
        <source>A number from 1 to %L1; with a column: 12:5</source>
        <translation>Eine Zahl von 1 bis %L1; mit Spalte: 12:5</translation>
    </message>
    <message>
        <source>Line %L1</source>
        <translation>Zeile %L1</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FinderModel</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FinderPopup</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>quillway::ui::FoldMargin</name>
    <message>
        <source>Folding</source>
        <translation>Einklappen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::Folding</name>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%L1 lines</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>&amp;Fold section</source>
        <translation>Abschnitt &amp;einklappen</translation>
    </message>
    <message>
        <source>&amp;Unfold section</source>
        <translation>Abschnitt &amp;ausklappen</translation>
    </message>
    <message>
        <source>Fold &amp;all</source>
        <translation>Alle e&amp;inklappen</translation>
    </message>
    <message>
        <source>U&amp;nfold all</source>
        <translation>Alle a&amp;usklappen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::GoMenu</name>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>Go to &amp;anything…</source>
        <translation>Zu &amp;beliebiger Stelle…</translation>
    </message>
    <message>
        <source>Go to &amp;heading…</source>
        <translation>Zur Übersch&amp;rift…</translation>
    </message>
    <message>
        <source>Go to &amp;line…</source>
        <translation>Zur Ze&amp;ile…</translation>
    </message>
    <message>
        <source>Go to &amp;tag…</source>
        <translation>Zum &amp;Schlagwort…</translation>
    </message>
    <message>
        <source>&amp;Search everything…</source>
        <translation>Alles &amp;durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Replace everywhere…</source>
        <translation>Überall &amp;ersetzen…</translation>
    </message>
    <message>
        <source>&amp;Next open text</source>
        <translation>&amp;Nächster offener Text</translation>
    </message>
    <message>
        <source>&amp;Previous open text</source>
        <translation>V&amp;origer offener Text</translation>
    </message>
    <message>
        <source>&amp;Close this text</source>
        <translation>Diesen Text s&amp;chließen</translation>
    </message>
    <message>
        <source>C&amp;ommands…</source>
        <translation>Be&amp;fehle…</translation>
    </message>
    <message>
        <source>All ta&amp;gs</source>
        <translation>Alle Schla&amp;gwörter</translation>
    </message>
</context>
<context>
    <name>quillway::ui::HistoryPanel</name>
    <message>
        <source>Restore this version</source>
        <translation>Diese Fassung wiederherstellen</translation>
    </message>
    <message>
        <source>Close the previous versions</source>
        <translation>Die früheren Fassungen schließen</translation>
    </message>
    <message>
        <source>Make it the text again; this can be undone</source>
        <translation>Wieder zum Text machen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Previous versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>Previous versions of “%1”</source>
        <translation>Frühere Fassungen von „%1“</translation>
    </message>
    <message>
        <source>There are no previous versions yet. One is kept with each save.</source>
        <translation>Es gibt noch keine früheren Fassungen. Mit jedem Speichern wird eine aufbewahrt.</translation>
    </message>
    <message>
        <source>This version cannot be read: %1</source>
        <translation>Diese Fassung ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ImportDialog</name>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>1 draft</source>
        <translation>1 Entwurf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln drafts</source>
        <translation>
            <numerusform>%Ln Entwurf</numerusform>
            <numerusform>%Ln Entwürfe</numerusform>
        </translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages</source>
        <translation>
            <numerusform>%Ln Seite</numerusform>
            <numerusform>%Ln Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>1 other file</source>
        <translation>1 andere Datei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other files</source>
        <translation>
            <numerusform>%Ln andere Datei</numerusform>
            <numerusform>%Ln andere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>1 left out</source>
        <translation>1 ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln ausgelassen</numerusform>
            <numerusform>%Ln ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>&amp;Ordner…</translation>
    </message>
    <message>
        <source>F&amp;ile…</source>
        <translation>&amp;Datei…</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>I&amp;mport</source>
        <translation>I&amp;mportieren</translation>
    </message>
    <message>
        <source>Import a blog</source>
        <translation>Blog importieren</translation>
    </message>
    <message>
        <source>Blog to import</source>
        <translation>Blog, der importiert wird</translation>
    </message>
    <message>
        <source>Folder of the new site</source>
        <translation>Ordner der neuen Website</translation>
    </message>
    <message>
        <source>Newest posts</source>
        <translation>Neueste Beiträge</translation>
    </message>
    <message>
        <source>What becomes of categories and the like</source>
        <translation>Was aus Kategorien und Ähnlichem wird</translation>
    </message>
    <message>
        <source>A folder of Hugo, Jekyll, Zola, Pelican, Eleventy or Markdown, or an export of WordPress or Ghost</source>
        <translation>Ein Ordner von Hugo, Jekyll, Zola, Pelican, Eleventy oder mit Markdown, oder ein Export von WordPress oder Ghost</translation>
    </message>
    <message>
        <source>&amp;Blog:</source>
        <translation>&amp;Blog:</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Categories, sections, authors, series</source>
        <translation>Kategorien, Bereiche, Autoren, Serien</translation>
    </message>
    <message>
        <source>New &amp;site in:</source>
        <translation>&amp;Neue Website in:</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>An export of WordPress or Ghost</source>
        <translation>Ein Export von WordPress oder Ghost</translation>
    </message>
    <message>
        <source>The folder of a blog</source>
        <translation>Der Ordner eines Blogs</translation>
    </message>
    <message>
        <source>Exports (*.xml *.json)</source>
        <translation>Exporte (*.xml *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose or make an empty folder for the new site</source>
        <translation>Einen leeren Ordner für die neue Website wählen oder anlegen</translation>
    </message>
    <message>
        <source>, “%1”</source>
        <translation>, „%1“</translation>
    </message>
    <message>
        <source>%1%2: %3. Posts will be at %4.</source>
        <translation>%1%2: %3. Beiträge werden unter %4 stehen.</translation>
    </message>
    <message>
        <source>There are no published posts to show.</source>
        <translation>Es gibt keine veröffentlichten Beiträge zu zeigen.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert…</translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>Importiert: %1.</translation>
    </message>
    <message>
        <source>One fault came with it; the list of problems names it.</source>
        <translation>Ein Fehler kam mit; die Liste der Probleme nennt ihn.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln faults came with it, most often links that led nowhere; the list of problems names them.</source>
        <translation>
            <numerusform>%Ln Fehler kam mit; die Liste der Probleme nennt ihn.</numerusform>
            <numerusform>%Ln Fehler kamen mit, meist Links, die ins Leere führten; die Liste der Probleme nennt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of each file is in %1.</source>
        <translation>Was aus jeder Datei wurde, steht in %1.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Open the site</source>
        <translation>Website ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::LibraryModel</name>
    <message>
        <source>All posts</source>
        <translation>Alle Beiträge</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Reading paths</source>
        <translation>Lesepfade</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::LibraryView</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
</context>
<context>
    <name>quillway::ui::MainWindow</name>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Reading %L1 of %L2 files</source>
        <translation>Gelesene Dateien: %L1 von %L2</translation>
    </message>
    <message>
        <source>Open a site</source>
        <translation>Eine Website öffnen</translation>
    </message>
    <message>
        <source>Choose or make an empty folder for the new site</source>
        <translation>Einen leeren Ordner für die neue Website auswählen oder anlegen</translation>
    </message>
    <message>
        <source>Make the site here</source>
        <translation>Website hier anlegen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;New post</source>
        <translation>&amp;Neuer Beitrag</translation>
    </message>
    <message>
        <source>&amp;Open site…</source>
        <translation>Website ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>New s&amp;ite…</source>
        <translation>Neue &amp;Website…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;all</source>
        <translation>&amp;Alle speichern</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Export the site</source>
        <translation>Website &amp;exportieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Repla&amp;ce…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>Check &amp;spelling</source>
        <translation>Rechtschreibung &amp;prüfen</translation>
    </message>
    <message>
        <source>Filter p&amp;osts</source>
        <translation>Beiträge &amp;filtern</translation>
    </message>
    <message>
        <source>Edit the &amp;title</source>
        <translation>&amp;Titel bearbeiten</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>P&amp;osts</source>
        <translation>B&amp;eiträge</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Proble&amp;ms</source>
        <translation>&amp;Probleme</translation>
    </message>
    <message>
        <source>The &amp;whole file, properties as text</source>
        <translation>Die &amp;ganze Datei, Eigenschaften als Text</translation>
    </message>
    <message>
        <source>Next &amp;column</source>
        <translation>Nächste &amp;Spalte</translation>
    </message>
    <message>
        <source>Colour&amp;s</source>
        <translation>Farbe&amp;n</translation>
    </message>
    <message>
        <source>&amp;Full screen, the text alone</source>
        <translation>V&amp;ollbild, nur der Text</translation>
    </message>
    <message>
        <source>Like the &amp;desktop</source>
        <translation>Wie die &amp;Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Previous column</source>
        <translation>Vorherige Spalte</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Zur Menüleiste</translation>
    </message>
    <message>
        <source>Pict&amp;ure or file…</source>
        <translation>&amp;Bild oder Datei…</translation>
    </message>
    <message>
        <source>Fol&amp;ding</source>
        <translation>E&amp;inklappen</translation>
    </message>
    <message>
        <source>Mar&amp;k long sentences</source>
        <translation>Lange Sät&amp;ze markieren</translation>
    </message>
    <message>
        <source>New &amp;topic…</source>
        <translation>Neues &amp;Thema…</translation>
    </message>
    <message>
        <source>New readin&amp;g path…</source>
        <translation>Neuer Lese&amp;pfad…</translation>
    </message>
    <message>
        <source>Words for the one at the caret…</source>
        <translation>Vorschläge für das Wort am Cursor…</translation>
    </message>
    <message>
        <source>Settings of the site, as text</source>
        <translation>Einstellungen der Website, als Text</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste, as Markdown</source>
        <translation>Einfügen, als Markdown</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Undo the last change to &amp;many files</source>
        <translation>&amp;Letzte Änderung an vielen Dateien zurücknehmen</translation>
    </message>
    <message>
        <source>Redo the last change to man&amp;y files</source>
        <translation>Letzte Änderung an vielen &amp;Dateien wiederholen</translation>
    </message>
    <message>
        <source>Link to a post…</source>
        <translation>Link zu einem Beitrag…</translation>
    </message>
    <message>
        <source>Outlin&amp;e</source>
        <translation>Glieder&amp;ung</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Rename the &amp;file…</source>
        <translation>&amp;Datei umbenennen…</translation>
    </message>
    <message>
        <source>Change the &amp;address…</source>
        <translation>&amp;Adresse ändern…</translation>
    </message>
    <message>
        <source>Rename the &amp;heading…</source>
        <translation>&amp;Überschrift umbenennen…</translation>
    </message>
    <message>
        <source>Rename the &amp;picture or linked file…</source>
        <translation>&amp;Bild oder verlinkte Datei umbenennen…</translation>
    </message>
    <message>
        <source>Check &amp;links to other sites</source>
        <translation>Lin&amp;ks zu anderen Websites prüfen</translation>
    </message>
    <message>
        <source>Import a &amp;blog…</source>
        <translation>Blog &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>&amp;Veröffentlichen…</translation>
    </message>
    <message>
        <source>&amp;History: previous versions</source>
        <translation>Verlauf: &amp;frühere Fassungen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Die Mitteilung schließen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::OutlineModel</name>
    <message>
        <source>without text</source>
        <translation>ohne Text</translation>
    </message>
    <message>
        <source>%1, heading of level %2 in a quote or list</source>
        <translation>%1, Überschrift der Ebene %2 in einem Zitat oder einer Liste</translation>
    </message>
    <message>
        <source>%1, heading of level %2</source>
        <translation>%1, Überschrift der Ebene %2</translation>
    </message>
</context>
<context>
    <name>quillway::ui::OutlinePanel</name>
    <message>
        <source>Only texts in Markdown have an outline.</source>
        <translation>Nur Texte in Markdown haben eine Gliederung.</translation>
    </message>
    <message>
        <source>No text is open.</source>
        <translation>Kein Text ist offen.</translation>
    </message>
    <message>
        <source>This text is too long for an outline.</source>
        <translation>Dieser Text ist zu lang für eine Gliederung.</translation>
    </message>
    <message>
        <source>This text has no headings yet. A line that begins with ## is one.</source>
        <translation>Dieser Text hat noch keine Überschriften. Eine Zeile, die mit ## beginnt, ist eine.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Close the outline</source>
        <translation>Gliederung schließen</translation>
    </message>
    <message>
        <source>Enter goes to the heading; Alt with an arrow key moves its section up or down</source>
        <translation>Eingabe geht zur Überschrift; Alt mit einer Pfeiltaste schiebt ihren Abschnitt hinauf oder hinunter</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Move section up</source>
        <translation>Abschnitt hinauf</translation>
    </message>
    <message>
        <source>Move section down</source>
        <translation>Abschnitt hinunter</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PathPage</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Reading path</source>
        <translation>Lesepfad</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>What one has read at its end</source>
        <translation>Was man am Ende gelesen hat</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PathPlanner</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 und andere</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Hier anfangen</translation>
    </message>
    <message>
        <source>Build on it</source>
        <translation>Darauf aufbauen</translation>
    </message>
    <message>
        <source>Go deep</source>
        <translation>In die Tiefe</translation>
    </message>
    <message>
        <source>%1 refers to it</source>
        <translation>%1 verweist darauf</translation>
    </message>
    <message>
        <source>it builds on %1</source>
        <translation>baut auf %1 auf</translation>
    </message>
    <message>
        <source>it and %1 refer to each other; the older comes first</source>
        <translation>verweist auf %1 und umgekehrt; das ältere kommt zuerst</translation>
    </message>
    <message>
        <source>its title says that it introduces (%1)</source>
        <translation>führt dem Titel nach ein (%1)</translation>
    </message>
    <message>
        <source>its title says that it goes deep (%1)</source>
        <translation>geht dem Titel nach in die Tiefe (%1)</translation>
    </message>
    <message>
        <source>one other post refers to it</source>
        <translation>ein anderer Beitrag verweist darauf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln others refer to it</source>
        <translation>
            <numerusform>%Ln anderer verweist darauf</numerusform>
            <numerusform>%Ln andere verweisen darauf</numerusform>
        </translation>
    </message>
    <message>
        <source>it says much of what they have in common: %1</source>
        <translation>sagt viel von dem, was sie gemeinsam haben: %1</translation>
    </message>
    <message>
        <source>new in it: %1</source>
        <translation>neu darin: %1</translation>
    </message>
    <message>
        <source>it is short</source>
        <translation>ist kurz</translation>
    </message>
    <message>
        <source>it is long</source>
        <translation>ist lang</translation>
    </message>
    <message>
        <source>it is the oldest of them</source>
        <translation>ist der älteste davon</translation>
    </message>
    <message>
        <source>it is the newest of them</source>
        <translation>ist der neueste davon</translation>
    </message>
    <message>
        <source>Use these steps</source>
        <translation>Diese Schritte nehmen</translation>
    </message>
    <message>
        <source>Suggested steps</source>
        <translation>Vorgeschlagene Schritte</translation>
    </message>
    <message>
        <source>a topic, or tags</source>
        <translation>ein Thema oder Schlagwörter</translation>
    </message>
    <message>
        <source>Topic or tags</source>
        <translation>Thema oder Schlagwörter</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Am Anfang</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In der Praxis</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>Fachlich tief</translation>
    </message>
    <message>
        <source>Reader: %1</source>
        <translation>Leser: %1</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>beliebig lang</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes to read at most</source>
        <translation>Höchste Lesezeit in Minuten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%L1 min · %2</source>
        <translation>%L1 min · %2</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>No published post fits.</source>
        <translation>Kein veröffentlichter Beitrag passt.</translation>
    </message>
    <message>
        <source>Say what the path is to lead through.</source>
        <translation>Angeben, wodurch der Lesepfad führen soll.</translation>
    </message>
    <message>
        <source>%1 · %L2 min to read</source>
        <translation>%1 · %L2 min Lesezeit</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Weggelassen: %1</translation>
    </message>
    <message>
        <source>%1 (much like %2)</source>
        <translation>%1 (ganz ähnlich: %2)</translation>
    </message>
    <message>
        <source>%1 (too long)</source>
        <translation>%1 (zu lang)</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PathProblem</name>
    <message>
        <source>There is no post “%1”</source>
        <translation>Es gibt keinen Beitrag „%1“</translation>
    </message>
    <message>
        <source>A draft: left out until it is published</source>
        <translation>Ein Entwurf: bleibt weg, bis er veröffentlicht ist</translation>
    </message>
    <message>
        <source>Left out until its date</source>
        <translation>Bleibt bis zu seinem Datum weg</translation>
    </message>
    <message>
        <source>The same post as step %1</source>
        <translation>Derselbe Beitrag wie Schritt %1</translation>
    </message>
    <message>
        <source>It and step %1 refer to each other</source>
        <translation>Er und Schritt %1 verweisen aufeinander</translation>
    </message>
    <message>
        <source>It refers to step %1, which comes later</source>
        <translation>Er verweist auf Schritt %1, der später kommt</translation>
    </message>
    <message>
        <source>No step is published yet</source>
        <translation>Noch ist kein Schritt veröffentlicht</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PlacePage</name>
    <message>
        <source>Edit as text (F4)</source>
        <translation>Als Text bearbeiten (F4)</translation>
    </message>
    <message>
        <source>Edit as text</source>
        <translation>Als Text bearbeiten</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PostActions</name>
    <message>
        <source>Title of the new post</source>
        <translation>Titel des neuen Beitrags</translation>
    </message>
    <message>
        <source>Title of the new topic</source>
        <translation>Titel des neuen Themas</translation>
    </message>
    <message>
        <source>Title of the new reading path</source>
        <translation>Titel des neuen Lesepfads</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PostDelegate</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PostField</name>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PostList</name>
    <message>
        <source>No post matches the filter.</source>
        <translation>Kein Beitrag passt zum Filter.</translation>
    </message>
    <message>
        <source>Filter: words, tag:go, is:draft</source>
        <translation>Filter: Wörter, tag:go, is:draft</translation>
    </message>
    <message>
        <source>Words of the title, tag:NAME, topic:NAME, path:NAME, is:draft, is:scheduled, is:published, is:modified</source>
        <translation>Wörter des Titels, tag:NAME, topic:NAME, path:NAME, is:draft, is:scheduled, is:published, is:modified</translation>
    </message>
    <message>
        <source>Filter posts</source>
        <translation>Beiträge filtern</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>New post (Ctrl+N)</source>
        <translation>Neuer Beitrag (Strg+N)</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Neuer Beitrag</translation>
    </message>
    <message>
        <source>Order of the posts</source>
        <translation>Reihenfolge der Beiträge</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Oldest first</source>
        <translation>Ält&amp;este zuerst</translation>
    </message>
    <message>
        <source>By &amp;title</source>
        <translation>Nach &amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Last changed first</source>
        <translation>&amp;Zuletzt geänderte zuerst</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quillway::ui::PostListModel</name>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PreferencesDialog</name>
    <message>
        <source>&amp;Limit the lines&apos; length</source>
        <translation>Zeilenlänge &amp;begrenzen</translation>
    </message>
    <message>
        <source>Keep the caret&apos;s line in the &amp;middle (typewriter)</source>
        <translation>Zeile der Schreibmarke in der &amp;Mitte halten (Schreibmaschine)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Schli&amp;eßen</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>&amp;Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The desktop&apos;s, letters of equal width</source>
        <translation>Der Arbeitsumgebung, gleich breite Zeichen</translation>
    </message>
    <message>
        <source>The desktop&apos;s, proportional</source>
        <translation>Der Arbeitsumgebung, proportional</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Eine andere</translation>
    </message>
    <message>
        <source>&amp;Font:</source>
        <translation>&amp;Schrift:</translation>
    </message>
    <message>
        <source>F&amp;amily:</source>
        <translation>&amp;Familie:</translation>
    </message>
    <message>
        <source> pt</source>
        <comment>points, behind a font&apos;s size</comment>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Größe:</translation>
    </message>
    <message>
        <source>&amp;Zoom:</source>
        <translation>&amp;Zoom:</translation>
    </message>
    <message>
        <source>Line &amp;height:</source>
        <translation>Zeilen&amp;höhe:</translation>
    </message>
    <message>
        <source> characters</source>
        <comment>behind the length of a line</comment>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>L&amp;ength:</source>
        <translation>&amp;Länge:</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>The whole text</source>
        <comment>what stays bright</comment>
        <translation>Der ganze Text</translation>
    </message>
    <message>
        <source>The paragraph of the caret</source>
        <comment>what stays bright</comment>
        <translation>Der Absatz mit der Schreibmarke</translation>
    </message>
    <message>
        <source>The sentence of the caret</source>
        <comment>what stays bright</comment>
        <translation>Der Satz mit der Schreibmarke</translation>
    </message>
    <message>
        <source>Stays &amp;bright:</source>
        <translation>Hell ble&amp;ibt:</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>Fa&amp;rben:</translation>
    </message>
    <message>
        <source>Lan&amp;guage:</source>
        <translation>Spra&amp;che:</translation>
    </message>
    <message>
        <source>It will be used from the next start on.</source>
        <translation>Sie wird ab dem nächsten Start verwendet.</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PreviewPane</name>
    <message>
        <source>This text takes long to render; shown is an older state of it.</source>
        <translation>Dieser Text braucht lange; gezeigt wird ein älterer Stand.</translation>
    </message>
    <message>
        <source>This file has no page of its own.</source>
        <translation>Diese Datei hat keine eigene Seite.</translation>
    </message>
    <message>
        <source>The preview has stopped. Reload it with F5.</source>
        <translation>Die Vorschau ist stehen geblieben. Mit F5 neu laden.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>So breit, wie Platz ist</translation>
    </message>
    <message>
        <source>As on a tablet</source>
        <translation>Wie auf einem Tablet</translation>
    </message>
    <message>
        <source>As on a phone</source>
        <translation>Wie auf einem Telefon</translation>
    </message>
    <message>
        <source>Reload the preview</source>
        <translation>Die Vorschau neu laden</translation>
    </message>
    <message>
        <source>Like the &amp;program</source>
        <translation>Wie das &amp;Programm</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>As readers without &amp;JavaScript see it</source>
        <translation>Wie Leser ohne &amp;JavaScript es sehen</translation>
    </message>
    <message>
        <source>Show remo&amp;te pictures of this site</source>
        <translation>Bilder von anderen Servern in dieser Websi&amp;te zeigen</translation>
    </message>
    <message>
        <source>How the page is shown</source>
        <translation>Wie die Seite gezeigt wird</translation>
    </message>
    <message>
        <source>1 remote picture is not loaded.</source>
        <translation>1 Bild von einem anderen Server ist nicht geladen.</translation>
    </message>
    <message>
        <source>%L1 remote pictures are not loaded.</source>
        <translation>%L1 Bilder von anderen Servern sind nicht geladen.</translation>
    </message>
    <message>
        <source>&amp;Show for this site</source>
        <translation>Für diese Website &amp;zeigen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PreviewView</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ProblemList</name>
    <message>
        <source>Close the list of problems</source>
        <translation>Die Liste der Probleme schließen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>What would put the chosen problem right</source>
        <translation>Was das gewählte Problem beheben würde</translation>
    </message>
    <message>
        <source>Fixes</source>
        <translation>Abhilfen</translation>
    </message>
    <message>
        <source>Only you can tell how this is put right</source>
        <translation>Wie das behoben wird, lässt sich nur von Hand sagen</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Zur Stelle</translation>
    </message>
    <message>
        <source>Ask other sites whether the links to them still lead somewhere</source>
        <translation>Bei anderen Websites nachfragen, ob die Links zu ihnen noch irgendwohin führen</translation>
    </message>
    <message>
        <source>Check links to other sites</source>
        <translation>Links zu anderen Websites prüfen</translation>
    </message>
    <message>
        <source>Stop asking other sites (%L1 of %L2)</source>
        <translation>Nachfrage bei anderen Websites beenden (%L1 von %L2)</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ProblemModel</name>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PropertiesForm</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Show or hide the properties</source>
        <translation>Die Eigenschaften zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>none; separate them with commas</source>
        <translation>keine; durch Kommas trennen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Titelbild</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Cover text</source>
        <translation>Bildtext</translation>
    </message>
    <message>
        <source>Alternative text of the cover</source>
        <translation>Alternativtext des Titelbilds</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>Choose the date</source>
        <translation>Das Datum auswählen</translation>
    </message>
    <message>
        <source>This is no date that Quillway can read. Write it as 2024-05-31 or 2024-05-31T10:00:00Z.</source>
        <translation>Dieses Datum kann Quillway nicht lesen. Schreibweise: 2024-05-31 oder 2024-05-31T10:00:00Z.</translation>
    </message>
    <message>
        <source>the text&apos;s first paragraph</source>
        <translation>der erste Absatz des Textes</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PublishControl</name>
    <message>
        <source>The keychain has no token of this target any more.</source>
        <translation>Die Schlüsselverwaltung hat kein Token dieses Ziels mehr.</translation>
    </message>
    <message>
        <source>The token is in the keychain.</source>
        <translation>Das Token ist in der Schlüsselverwaltung.</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PublishPage</name>
    <message>
        <source>Name of a new target</source>
        <translation>Name eines neuen Ziels</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove this target</source>
        <translation>Dieses Ziel entfernen</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Publish with errors, too</source>
        <translation>Auch mit Fehlern veröffentlichen</translation>
    </message>
    <message>
        <source>Show what changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Kind of a new target</source>
        <translation>Art eines neuen Ziels</translation>
    </message>
    <message>
        <source>Goes to the desktop’s keychain with Return; it is never shown again</source>
        <translation>Kommt mit der Eingabetaste in die Schlüsselverwaltung; es wird nie wieder gezeigt</translation>
    </message>
    <message>
        <source>Progress of publishing</source>
        <translation>Fortschritt des Veröffentlichens</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Something that this target needs is missing</source>
        <translation>Es fehlt etwas, was dieses Ziel braucht</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: %L1</source>
        <translation>Hinzugefügt: %L1</translation>
    </message>
    <message>
        <source>Changed: %L1</source>
        <translation>Geändert: %L1</translation>
    </message>
    <message>
        <source>Removed: %L1</source>
        <translation>Entfernt: %L1</translation>
    </message>
    <message>
        <source>A target is where readers find the site: a folder, a branch on GitHub, a server of your own. Give it a name, and choose what it is.</source>
        <translation>Ein Ziel ist, wo Leser die Site finden: ein Ordner, ein Branch bei GitHub, ein eigener Server. Zuerst braucht es einen Namen und eine Art.</translation>
    </message>
</context>
<context>
    <name>quillway::ui::PublishTexts</name>
    <message>
        <source>Folder on this computer</source>
        <translation>Ordner auf diesem Rechner</translation>
    </message>
    <message>
        <source>Archive (.zip, .tar.zst)</source>
        <translation>Archiv (.zip, .tar.zst)</translation>
    </message>
    <message>
        <source>Git branch (GitHub, GitLab, Forgejo)</source>
        <translation>Git-Zweig (GitHub, GitLab, Forgejo)</translation>
    </message>
    <message>
        <source>Server, by rsync</source>
        <translation>Server, mit rsync</translation>
    </message>
    <message>
        <source>Server, by SFTP</source>
        <translation>Server, mit SFTP</translation>
    </message>
    <message>
        <source>S3 and the like</source>
        <translation>S3 und Ähnliches</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Address of the site</source>
        <translation>Adresse der Website</translation>
    </message>
    <message>
        <source>as ssh is set up</source>
        <translation>wie ssh eingerichtet ist</translation>
    </message>
    <message>
        <source>as in the settings</source>
        <translation>wie in den Einstellungen</translation>
    </message>
    <message>
        <source>Exporting %L1 of %L2</source>
        <translation>%L1 von %L2 exportiert</translation>
    </message>
    <message>
        <source>Asking what is there…</source>
        <translation>Was dort ist, wird erfragt…</translation>
    </message>
    <message>
        <source>Sending %L1 of %L2</source>
        <translation>%L1 von %L2 gesendet</translation>
    </message>
    <message>
        <source>Published: %L1 added, %L2 changed, %L3 removed.</source>
        <translation>Veröffentlicht: %L1 hinzugefügt, %L2 geändert, %L3 entfernt.</translation>
    </message>
    <message>
        <source>Everything is there already.</source>
        <translation>Alles ist schon dort.</translation>
    </message>
    <message>
        <source>Publishing would add %L1, change %L2 and remove %L3 files.</source>
        <translation>%L1 Dateien kämen hinzu, %L2 würden geändert, %L3 entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was sent: the site has %Ln errors.</source>
        <translation>
            <numerusform>Nichts wurde gesendet: Die Website hat %Ln Fehler.</numerusform>
            <numerusform>Nichts wurde gesendet: Die Website hat %Ln Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing did not come to its end.</source>
        <translation>Das Veröffentlichen kam nicht zu seinem Ende.</translation>
    </message>
    <message>
        <source>Stopped. What has been sent stays there, and the next time goes on from there.</source>
        <translation>Angehalten. Was gesendet ist, bleibt dort, und beim nächsten Mal geht es von da weiter.</translation>
    </message>
    <message>
        <source>Publishing failed. %1</source>
        <translation>Das Veröffentlichen ist fehlgeschlagen. %1</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ReferenceRow</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation>Wozu es gut ist</translation>
    </message>
    <message>
        <source>Title of reference %1</source>
        <translation>Titel des Verweises %1</translation>
    </message>
    <message>
        <source>Address of reference %1</source>
        <translation>Adresse des Verweises %1</translation>
    </message>
    <message>
        <source>Note on reference %1</source>
        <translation>Notiz zum Verweis %1</translation>
    </message>
</context>
<context>
    <name>quillway::ui::RenameActions</name>
    <message>
        <source>New name of the file</source>
        <translation>Neuer Name der Datei</translation>
    </message>
    <message>
        <source>Rename “%1” to “%2”</source>
        <translation>„%1“ in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>This file has no address of its own.</source>
        <translation>Diese Datei hat keine eigene Adresse.</translation>
    </message>
    <message>
        <source>Last part of the address</source>
        <translation>Letzter Teil der Adresse</translation>
    </message>
    <message>
        <source>Change the address “%1” to “%2”</source>
        <translation>Adresse „%1“ in „%2“ ändern</translation>
    </message>
    <message>
        <source>The caret is in no section with a heading.</source>
        <translation>Die Schreibmarke steht in keinem Abschnitt mit Überschrift.</translation>
    </message>
    <message>
        <source>New text of the heading</source>
        <translation>Neuer Text der Überschrift</translation>
    </message>
    <message>
        <source>Rename the heading “%1” to “%2”</source>
        <translation>Überschrift „%1“ in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>The caret’s line shows no picture and links to no file of the site.</source>
        <translation>Die Zeile der Schreibmarke zeigt kein Bild und verlinkt keine Datei der Website.</translation>
    </message>
    <message>
        <source>New name of the picture or file</source>
        <translation>Neuer Name des Bildes oder der Datei</translation>
    </message>
</context>
<context>
    <name>quillway::ui::ReplacePanel</name>
    <message>
        <source>1 text</source>
        <translation>1 Text</translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts</source>
        <translation>
            <numerusform>%Ln Text</numerusform>
            <numerusform>%Ln Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in all texts</source>
        <translation>In allen Texten suchen</translation>
    </message>
    <message>
        <source>Text to find in all texts</source>
        <translation>In allen Texten gesuchter Text</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replacement in all texts</source>
        <translation>Ersatz in allen Texten</translation>
    </message>
    <message>
        <source>Only in: words, tag:go, is:draft</source>
        <translation>Nur in: Wörter, tag:go, is:draft</translation>
    </message>
    <message>
        <source>Only in posts that match</source>
        <translation>Nur in passenden Beiträgen</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression; $1 is what its first group found</source>
        <translation>Regulärer Ausdruck; $1 ist, was seine erste Gruppe gefunden hat</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close replacing in all texts</source>
        <translation>Das Ersetzen in allen Texten schließen</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln</source>
        <comment>places</comment>
        <translation>
            <numerusform>%Ln ersetzen</numerusform>
            <numerusform>%Ln ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>betrifft %1</translation>
    </message>
    <message>
        <source>the first changes, %1</source>
        <translation>die ersten Änderungen, %1</translation>
    </message>
    <message>
        <source>nothing to replace</source>
        <translation>nichts zu ersetzen</translation>
    </message>
    <message>
        <source>Changed meanwhile and left alone: %1.</source>
        <translation>Inzwischen geändert und deshalb nicht angetastet: %1.</translation>
    </message>
    <message>
        <source>Replace “%1” with “%2”</source>
        <translation>„%1“ durch „%2“ ersetzen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>quillway::ui::RowFrame</name>
    <message>
        <source>Drag to another place, or use Alt+Up and Alt+Down</source>
        <translation>An eine andere Stelle ziehen, oder Alt+Auf und Alt+Ab</translation>
    </message>
    <message>
        <source>Remove (Alt+Delete)</source>
        <translation>Entfernen (Alt+Entf)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::RowList</name>
    <message numerus="yes">
        <source>%Ln more: show the whole file to see them.</source>
        <translation>
            <numerusform>%Ln weiterer: in der ganzen Datei zu sehen.</numerusform>
            <numerusform>%Ln weitere: in der ganzen Datei zu sehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quillway::ui::SiteMaker</name>
    <message>
        <source>Quillway sample blog</source>
        <translation>Quillway-Beispielblog</translation>
    </message>
</context>
<context>
    <name>quillway::ui::SiteView</name>
    <message>
        <source>This is the text as it was saved on %1. Redo leads forth again.</source>
        <translation>So wurde der Text am %1 gespeichert. „Wiederholen“ führt wieder vorwärts.</translation>
    </message>
    <message>
        <source>Adding files…</source>
        <translation>Dateien werden hinzugefügt…</translation>
    </message>
    <message>
        <source>The text has changed since; nothing was done.</source>
        <translation>Der Text hat sich seitdem geändert; nichts wurde getan.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>A text was changed since: this is what would be changed now.</source>
        <translation>Ein Text wurde inzwischen geändert: Das würde jetzt geändert.</translation>
    </message>
</context>
<context>
    <name>quillway::ui::StatusLine</name>
    <message>
        <source>Activity</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>State of the file</source>
        <translation>Zustand der Datei</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Place of the caret</source>
        <translation>Stelle der Schreibmarke</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the site (Ctrl+E)</source>
        <translation>Die Website exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>keine Probleme</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a part of the strip below the window, read aloud</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Readability, while long sentences are marked: 30 and less is hard to read, 60 plain, 80 and more easy (Flesch for English, Amstad for German)</source>
        <translation>Lesbarkeit, solange lange Sätze markiert werden: bis 30 schwer zu lesen, 60 verständlich, ab 80 leicht (Flesch für Englisch, Amstad für Deutsch)</translation>
    </message>
</context>
<context>
    <name>quillway::ui::StepList</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Suggest steps…</source>
        <translation>Schritte vorschlagen…</translation>
    </message>
    <message>
        <source>An order of posts to read, and why</source>
        <translation>Eine Reihenfolge der Beiträge, mit Begründung</translation>
    </message>
    <message>
        <source>Add a post: type some of its title</source>
        <translation>Beitrag hinzufügen: etwas vom Titel tippen</translation>
    </message>
    <message>
        <source>Add a post</source>
        <translation>Beitrag hinzufügen</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %L2 min to read</source>
        <translation>%1 · %L2 min Lesezeit</translation>
    </message>
    <message>
        <source>%1, %L2 without the optional ones</source>
        <translation>%1, %L2 ohne die freiwilligen</translation>
    </message>
    <message>
        <source>No steps yet. Type the title of the post that comes first.</source>
        <translation>Noch keine Schritte. Den Titel des Beitrags tippen, der zuerst kommt.</translation>
    </message>
</context>
<context>
    <name>quillway::ui::StepRow</name>
    <message>
        <source>Optional</source>
        <translation>Freiwillig</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Open the post</source>
        <translation>Beitrag öffnen</translation>
    </message>
    <message>
        <source>Why it stands here</source>
        <translation>Warum er hier steht</translation>
    </message>
    <message>
        <source>%L1 min</source>
        <translation>%L1 min</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Stage of step %1</source>
        <translation>Stufe von Schritt %1</translation>
    </message>
    <message>
        <source>Post of step %1: %2</source>
        <translation>Beitrag von Schritt %1: %2</translation>
    </message>
    <message>
        <source>Note on step %1</source>
        <translation>Notiz zu Schritt %1</translation>
    </message>
    <message>
        <source>Step %1 is optional</source>
        <translation>Schritt %1 ist freiwillig</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TagDetails</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>Abtrennen…</translation>
    </message>
    <message>
        <source>Remove from these</source>
        <translation>Von diesen entfernen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What its page says above its posts</source>
        <translation>Was auf seiner Seite über den Beiträgen steht</translation>
    </message>
    <message>
        <source>none; separate them with commas</source>
        <translation>keine; mit Kommas trennen</translation>
    </message>
    <message>
        <source>Addresses under these names lead to the tag’s page</source>
        <translation>Adressen unter diesen Namen führen zur Seite des Schlagworts</translation>
    </message>
    <message>
        <source>Posts with the tag</source>
        <translation>Beiträge mit dem Schlagwort</translation>
    </message>
    <message>
        <source>Give the selected posts another tag in place of this one</source>
        <translation>Den gewählten Beiträgen statt dieses ein anderes Schlagwort geben</translation>
    </message>
    <message>
        <source>Tag another post: type some of its title</source>
        <translation>Weiteren Beitrag verschlagworten: etwas vom Titel tippen</translation>
    </message>
    <message>
        <source>Tag another post</source>
        <translation>Weiteren Beitrag verschlagworten</translation>
    </message>
    <message>
        <source>Choose a tag in the table or the picture.</source>
        <translation>Ein Schlagwort in der Tabelle oder im Bild wählen.</translation>
    </message>
    <message>
        <source>Merge into “%1” (%2)</source>
        <translation>Mit „%1“ zusammenlegen (%2)</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>Tag of these posts in place of “%1”</source>
        <translation>Schlagwort dieser Beiträge statt „%1“</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TagGraphView</name>
    <message>
        <source>Tags that stand together</source>
        <translation>Schlagwörter, die zusammenstehen</translation>
    </message>
    <message>
        <source>Arrow keys go to the nearest tag, plus and minus zoom; the table has the same in words.</source>
        <translation>Pfeiltasten gehen zum nächsten Schlagwort, Plus und Minus ändern die Größe; die Tabelle sagt dasselbe in Worten.</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, with no other tag</source>
        <translation>%1: %2, mit keinem anderen Schlagwort</translation>
    </message>
    <message>
        <source>%1: %2; with %3</source>
        <translation>%1: %2; mit %3</translation>
    </message>
    <message>
        <source>Tags that stand together in posts are drawn here.</source>
        <translation>Hier werden Schlagwörter gezeichnet, die in Beiträgen zusammenstehen.</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TagRequest</name>
    <message>
        <source>”, “</source>
        <translation>“, „</translation>
    </message>
    <message>
        <source>Rename the tag “%1” to “%2”</source>
        <translation>Schlagwort „%1“ in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>Merge “%1” into “%2”</source>
        <translation>„%1“ mit „%2“ zusammenlegen</translation>
    </message>
    <message>
        <source>Remove the tag “%1” everywhere</source>
        <translation>Schlagwort „%1“ überall entfernen</translation>
    </message>
    <message>
        <source>Split “%2” off “%1”</source>
        <translation>„%2“ von „%1“ abtrennen</translation>
    </message>
    <message>
        <source>Remove the tag “%1” from posts</source>
        <translation>Schlagwort „%1“ von Beiträgen entfernen</translation>
    </message>
    <message>
        <source>Add the tag “%1” to posts</source>
        <translation>Schlagwort „%1“ zu Beiträgen hinzufügen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TagTableModel</name>
    <message>
        <source>an alias in tags.toml</source>
        <translation>ein anderer Name in tags.toml</translation>
    </message>
    <message>
        <source>spelled differently</source>
        <translation>anders geschrieben</translation>
    </message>
    <message>
        <source>singular and plural</source>
        <translation>Einzahl und Mehrzahl</translation>
    </message>
    <message>
        <source>perhaps mistyped</source>
        <translation>vielleicht vertippt</translation>
    </message>
    <message>
        <source>on the same posts</source>
        <translation>an denselben Beiträgen</translation>
    </message>
    <message>
        <source>%1: %L2 together</source>
        <translation>%1: %L2-mal zusammen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>Zusammen mit</translation>
    </message>
    <message>
        <source>Perhaps the same as</source>
        <translation>Vielleicht dasselbe wie</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TagsPage</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>Schlagwörter filtern</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenlegen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Make a topic</source>
        <translation>Thema anlegen</translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation>1 Schlagwort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>%Ln Schlagwort</numerusform>
            <numerusform>%Ln Schlagwörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Would make a topic:</source>
        <translation>Das gäbe ein Thema:</translation>
    </message>
    <message>
        <source>Make a topic of 1 post</source>
        <translation>Thema aus 1 Beitrag anlegen</translation>
    </message>
    <message numerus="yes">
        <source>Make a topic of %Ln posts</source>
        <translation>
            <numerusform>Thema aus %Ln Beitrag anlegen</numerusform>
            <numerusform>Thema aus %Ln Beiträgen anlegen</numerusform>
        </translation>
    </message>
    <message>
        <source> &amp; </source>
        <translation> &amp; </translation>
    </message>
    <message>
        <source>No tag is called so.</source>
        <translation>Kein Schlagwort heißt so.</translation>
    </message>
    <message>
        <source>No published post has a tag yet.</source>
        <translation>Noch hat kein veröffentlichter Beitrag ein Schlagwort.</translation>
    </message>
    <message>
        <source>New name of the tag “%1”</source>
        <translation>Neuer Name des Schlagworts „%1“</translation>
    </message>
    <message>
        <source>Merge “%1” into the tag</source>
        <translation>„%1“ zusammenlegen mit dem Schlagwort</translation>
    </message>
    <message>
        <source>”, “</source>
        <translation>“, „</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TargetForm</name>
    <message>
        <source>This cannot be used here.</source>
        <translation>Das kann hier nicht stehen.</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TermModel</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>A tag</source>
        <translation>Ein Schlagwort</translation>
    </message>
    <message>
        <source>A tag and a topic</source>
        <translation>Ein Schlagwort und ein Thema</translation>
    </message>
    <message>
        <source>A reading path</source>
        <translation>Ein Lesepfad</translation>
    </message>
    <message>
        <source>Was a</source>
        <translation>War</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TextEditor</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TextRow</name>
    <message>
        <source>(something other than a text)</source>
        <translation>(etwas anderes als ein Text)</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TopicAdvice</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 und andere</translation>
    </message>
    <message>
        <source>its title says %1</source>
        <translation>der Titel nennt %1</translation>
    </message>
    <message>
        <source>it shares the words %1</source>
        <translation>gemeinsame Wörter: %1</translation>
    </message>
    <message>
        <source>it links to %1</source>
        <translation>verlinkt auf %1</translation>
    </message>
    <message>
        <source>%1 links to it</source>
        <translation>%1 verlinkt darauf</translation>
    </message>
    <message>
        <source>its tags are the topic’s neighbours: %1</source>
        <translation>seine Schlagwörter sind Nachbarn des Themas: %1</translation>
    </message>
    <message>
        <source>its title has the topic’s words %1</source>
        <translation>der Titel hat Wörter des Themas: %1</translation>
    </message>
    <message>
        <source>No published post belongs to it</source>
        <translation>Kein veröffentlichter Beitrag gehört dazu</translation>
    </message>
    <message>
        <source>No definition of its own</source>
        <translation>Keine eigene Definition</translation>
    </message>
    <message>
        <source>No key claims</source>
        <translation>Keine Kernaussagen</translation>
    </message>
    <message>
        <source>No checklist</source>
        <translation>Keine Checkliste</translation>
    </message>
    <message>
        <source>No failure modes</source>
        <translation>Keine Fehlerbilder</translation>
    </message>
    <message>
        <source>No references</source>
        <translation>Keine Verweise</translation>
    </message>
    <message>
        <source>No reading path of its own</source>
        <translation>Kein eigener Lesepfad</translation>
    </message>
    <message>
        <source>No post has the tag “%1”</source>
        <translation>Kein Beitrag hat das Schlagwort „%1“</translation>
    </message>
    <message>
        <source>There is no post “%1” to include</source>
        <translation>Es gibt keinen Beitrag „%1“ zum Aufnehmen</translation>
    </message>
    <message>
        <source>There is no post “%1” to leave out</source>
        <translation>Es gibt keinen Beitrag „%1“ zum Weglassen</translation>
    </message>
    <message>
        <source>The included post “%1” is not published</source>
        <translation>Der aufgenommene Beitrag „%1“ ist nicht veröffentlicht</translation>
    </message>
    <message>
        <source>“%1” need not be left out</source>
        <translation>„%1“ muss nicht weggelassen werden</translation>
    </message>
    <message>
        <source>Its path names “%1”, which is not there</source>
        <translation>Sein Lesepfad nennt „%1“, das es nicht gibt</translation>
    </message>
    <message>
        <source>Its path names “%1”, which is not published</source>
        <translation>Sein Lesepfad nennt „%1“, das nicht veröffentlicht ist</translation>
    </message>
    <message>
        <source>The reference to “%1” leads nowhere</source>
        <translation>Der Verweis auf „%1“ führt nirgendwohin</translation>
    </message>
    <message>
        <source>The reference to “%1” leads to no published post</source>
        <translation>Der Verweis auf „%1“ führt zu keinem veröffentlichten Beitrag</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TopicForm</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Schwerpunkt</translation>
    </message>
    <message>
        <source>Also these posts</source>
        <translation>Auch diese Beiträge</translation>
    </message>
    <message>
        <source>Without these posts</source>
        <translation>Ohne diese Beiträge</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Suggested from the posts</source>
        <translation>Aus den Beiträgen vorgeschlagen</translation>
    </message>
    <message>
        <source>Steps of my own</source>
        <translation>Eigene Schritte</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Posts with one of these tags belong to the topic</source>
        <translation>Beiträge mit einem dieser Schlagwörter gehören zum Thema</translation>
    </message>
    <message>
        <source>what its posts look at, in a few words</source>
        <translation>worauf seine Beiträge schauen, in wenigen Worten</translation>
    </message>
    <message>
        <source>Definition, claims, checklist, failure modes, path, references</source>
        <translation>Definition, Kernaussagen, Checkliste, Fehlerbilder, Lesepfad, Verweise</translation>
    </message>
    <message>
        <source>The newest post, the definition, the other posts’ summaries</source>
        <translation>Der neueste Beitrag, die Definition, die Zusammenfassungen der anderen</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Auch</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>no post</source>
        <translation>kein Beitrag</translation>
    </message>
    <message>
        <source>Slugs of posts, separated by commas</source>
        <translation>Slugs von Beiträgen, mit Kommas getrennt</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Key claims</source>
        <translation>Kernaussagen</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Add a claim</source>
        <translation>Aussage hinzufügen</translation>
    </message>
    <message>
        <source>Practical checklist</source>
        <translation>Praktische Checkliste</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Add a point</source>
        <translation>Punkt hinzufügen</translation>
    </message>
    <message>
        <source>Failure modes</source>
        <translation>Fehlerbilder</translation>
    </message>
    <message>
        <source>Failure mode</source>
        <translation>Fehlerbild</translation>
    </message>
    <message>
        <source>Add a failure mode</source>
        <translation>Fehlerbild hinzufügen</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Add a reference</source>
        <translation>Verweis hinzufügen</translation>
    </message>
    <message>
        <source>Reading path</source>
        <translation>Lesepfad</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>As soon as the topic has posts, three of them are suggested here.</source>
        <translation>Sobald das Thema Beiträge hat, werden hier drei davon vorgeschlagen.</translation>
    </message>
    <message>
        <source>What the topic is about</source>
        <translation>Worum es in dem Thema geht</translation>
    </message>
</context>
<context>
    <name>quillway::ui::TopicPage</name>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The facts are not known yet</source>
        <translation>Die Tatsachen sind noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>quillway::ui::VersionModel</name>
    <message>
        <source>%1 · the text as it is now</source>
        <translation>%1 · der Text, wie er jetzt ist</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
</context>
<context>
    <name>quillway::ui::WelcomePage</name>
    <message>
        <source>Write your technical blog, see it as it will be, publish it as plain files.</source>
        <translation>Ein technisches Blog schreiben, sehen, wie es wird, und als einfache Dateien veröffentlichen.</translation>
    </message>
    <message>
        <source>&amp;Open a site…</source>
        <translation>Website ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>New &amp;site…</source>
        <translation>&amp;Neue Website…</translation>
    </message>
    <message>
        <source>Look at the sample &amp;blog</source>
        <translation>Das &amp;Beispielblog ansehen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Import a blog…</source>
        <translation>Blog &amp;importieren…</translation>
    </message>
</context>
<context>
    <name>quillway::ui::WorkspaceNotices</name>
    <message numerus="yes">
        <source>%Ln posts are in the trash.</source>
        <translation>
            <numerusform>%Ln Beitrag liegt im Papierkorb.</numerusform>
            <numerusform>%Ln Beiträge liegen im Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Meinen Text darüber speichern</translation>
    </message>
    <message>
        <source>Take the file’s text</source>
        <translation>Den Text der Datei nehmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Show what is on &amp;disk</source>
        <translation>Zeigen, was in der &amp;Datei steht</translation>
    </message>
    <message>
        <source>&amp;Use my text</source>
        <translation>&amp;Meinen Text verwenden</translation>
    </message>
    <message>
        <source>Keep what is on &amp;disk</source>
        <translation>Behalten, was in der &amp;Datei steht</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansehen</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Save &amp;mine over it</source>
        <translation>&amp;Meinen Text darüber speichern</translation>
    </message>
    <message>
        <source>Take the file’s &amp;text</source>
        <translation>Den &amp;Text der Datei nehmen</translation>
    </message>
    <message>
        <source>&amp;Save it again</source>
        <translation>Wieder &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Let it go</source>
        <translation>&amp;Loslassen</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
</context>
<context>
    <name>quillway::ui::YearsChart</name>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Posts per year</source>
        <translation>Beiträge pro Jahr</translation>
    </message>
</context>
</TS>

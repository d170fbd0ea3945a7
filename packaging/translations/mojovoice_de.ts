<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutPage</name>
    <message>
        <source>&amp;Look at everything</source>
        <translation>&amp;Alles prüfen</translation>
    </message>
    <message>
        <source>&amp;Open the folder of the logs</source>
        <translation>&amp;Ordner der Protokolle öffnen</translation>
    </message>
    <message>
        <source>Cop&amp;y the report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Everything: for a diagnosis</source>
        <translation>Alles: für eine Diagnose</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Mojo Voice {version}, under the MIT licence.</source>
        <translation>Mojo Voice {version}, unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation>Es wurde noch nichts geprüft.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>The report could not be made: {why}.</source>
        <translation>Der Bericht konnte nicht erstellt werden: {why}.</translation>
    </message>
    <message>
        <source>The report says what dictation needs and what it finds; it holds no dictated word.</source>
        <translation>Der Bericht sagt, was das Diktieren braucht und was es vorfindet; er enthält kein diktiertes Wort.</translation>
    </message>
    <message>
        <source>Warnings too</source>
        <translation>Auch Warnungen</translation>
    </message>
    <message>
        <source>What happens, in short</source>
        <translation>Was geschieht, in Kürze</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Heard no speech.</source>
        <translation>Keine Sprache gehört.</translation>
    </message>
</context>
<context>
    <name>ChannelField</name>
    <message>
        <source>All of them, mixed</source>
        <translation>Alle, gemischt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Pfeil links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Pfeil rechts</translation>
    </message>
    <message>
        <source>The loudest at any moment</source>
        <translation>Der jeweils lauteste</translation>
    </message>
    <message>
        <source>{number} (not there)</source>
        <translation>{number} (nicht da)</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>&amp;Back to the other window</source>
        <translation>&amp;Zurück ins andere Fenster</translation>
    </message>
    <message>
        <source>&amp;Copy, and paste it later (Esc)</source>
        <translation>&amp;Kopieren und später einfügen (Esc)</translation>
    </message>
    <message>
        <source>&amp;Paste here</source>
        <translation>&amp;Hier einfügen</translation>
    </message>
    <message>
        <source>Where should the text go?</source>
        <translation>Wohin mit dem Text?</translation>
    </message>
    <message>
        <source>You went to another window while you spoke.</source>
        <translation>Beim Sprechen wurde das Fenster gewechselt.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Paste again</source>
        <translation>Noch einmal ein&amp;fügen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>St&amp;opp</translation>
    </message>
    <message>
        <source>&amp;Transcribe again</source>
        <translation>Erneut &amp;transkribieren</translation>
    </message>
    <message>
        <source>By another model, to see which words differ</source>
        <translation>Mit einem anderen Modell, um zu sehen, welche Wörter abweichen</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Into the window that you were in before this one</source>
        <translation>In das Fenster, das vor diesem im Vordergrund war</translation>
    </message>
    <message>
        <source>Its sound is no longer here.</source>
        <translation>Der Ton dazu ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Its sound was not kept, so it can be neither played nor transcribed again. “{setting}”, on the page Privacy, keeps that of later dictations.</source>
        <translation>Der Ton wurde nicht aufgehoben, lässt sich also weder abspielen noch erneut umwandeln. „{setting}“ auf der Seite „Datenschutz“ hebt den späterer Diktate auf.</translation>
    </message>
    <message>
        <source>Keep the &amp;new text</source>
        <translation>&amp;Neuen Text behalten</translation>
    </message>
    <message>
        <source>Keep the &amp;old text</source>
        <translation>Alten Text &amp;behalten</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht …</translation>
    </message>
    <message>
        <source>P&amp;lay</source>
        <translation>Abs&amp;pielen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>There is no model</source>
        <translation>Es gibt kein Modell</translation>
    </message>
    <message>
        <source>Transcribe it now</source>
        <translation>Jetzt transkribieren</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Nothing in the list has that in its name.</source>
        <translation>Nichts in der Liste heißt so.</translation>
    </message>
    <message>
        <source>This must be a whole number from {least} to {most}.</source>
        <translation>Hier muss eine ganze Zahl von {least} bis {most} stehen.</translation>
    </message>
    <message>
        <source>This must be an address that begins with http:// or https://.</source>
        <translation>Das muss eine Adresse sein, die mit http:// oder https:// beginnt.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Das darf nicht leer sein.</translation>
    </message>
    <message>
        <source>“{typed}” is not in the list.</source>
        <translation>„{typed}“ steht nicht in der Liste.</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Dictations</source>
        <translation>Diktate</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing is remembered.</source>
        <translation>Es ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in texts and applications</source>
        <translation>In Texten und Anwendungen suchen</translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Schritt {number} von {all}</translation>
    </message>
    <message>
        <source>Welcome to Mojo Voice: {step}</source>
        <translation>Willkommen bei Mojo Voice: {step}</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>App</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>As the desktop says</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Both: a tap toggles, holding holds</source>
        <translation>Beides: antippen schaltet, halten hält</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Hold it and speak</source>
        <translation>Gedrückt halten und sprechen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Level and time</source>
        <translation>Pegel und Zeit</translation>
    </message>
    <message>
        <source>Level, time and the text so far</source>
        <translation>Pegel, Zeit und der Text bis dahin</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Press to start, press to stop</source>
        <translation>Drücken zum Beginnen, drücken zum Beenden</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Verringert</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>This desktop lets no program show an overlay. The tray icon says what goes on.</source>
        <translation>Dieser Desktop lässt kein Programm eine Einblendung zeigen. Das Symbol im Infobereich sagt, was geschieht.</translation>
    </message>
    <message>
        <source>While you speak</source>
        <translation>Beim Sprechen</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>From the release of the key to the text: half under {p50} s (p50), 95 of 100 under {p95} s (p95). Dictations counted: {count}.</source>
        <translation>Vom Loslassen der Taste bis zum Text: die Hälfte unter {p50} s (p50), 95 von 100 unter {p95} s (p95). Gezählte Diktate: {count}.</translation>
    </message>
    <message>
        <source>No speech</source>
        <translation>Keine Sprache</translation>
    </message>
    <message>
        <source>On clipboard</source>
        <translation>In der Zwischenablage</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Gerettet</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Gestern {time}</translation>
    </message>
    <message>
        <source>{model} on {device}</source>
        <translation>{model} auf {device}</translation>
    </message>
    <message>
        <source>{seconds} s of sound</source>
        <translation>{seconds} s Ton</translation>
    </message>
    <message>
        <source>{seconds} s of waiting</source>
        <translation>{seconds} s Wartezeit</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n dictations are in {file}.</source>
        <translation>
            <numerusform>%n Diktat ist in {file}.</numerusform>
            <numerusform>%n Diktate sind in {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Forget e&amp;verything…</source>
        <translation>&amp;Alles vergessen …</translation>
    </message>
    <message>
        <source>Forget every dictation, with all sound that is kept?</source>
        <translation>Alle Diktate vergessen, mitsamt dem aufgehobenen Ton?</translation>
    </message>
    <message numerus="yes">
        <source>Forget these %n dictations?</source>
        <translation>
            <numerusform>Dieses Diktat vergessen?</numerusform>
            <numerusform>Diese %n Diktate vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON (*.json);;Table (*.csv);;Text (*.txt)</source>
        <translation>JSON (*.json);;Tabelle (*.csv);;Text (*.txt)</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>Wiederhergestellt.</translation>
    </message>
    <message>
        <source>Transcribing with {model}…</source>
        <translation>{model} transkribiert …</translation>
    </message>
    <message>
        <source>What {model} writes otherwise is underlined; what it leaves out is struck out.</source>
        <translation>Unterstrichen ist, was {model} anders schreibt; durchgestrichen, was es weglässt.</translation>
    </message>
    <message>
        <source>{model} hears no speech in it.</source>
        <translation>{model} hört darin keine Sprache.</translation>
    </message>
    <message>
        <source>{model} writes the same.</source>
        <translation>{model} schreibt dasselbe.</translation>
    </message>
</context>
<context>
    <name>InsertionPage</name>
    <message>
        <source>Ask me</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Go back to where I spoke</source>
        <translation>Zurück dorthin, wo gesprochen wurde</translation>
    </message>
    <message>
        <source>Into the window</source>
        <translation>Ins Fenster</translation>
    </message>
    <message>
        <source>On this desktop it has no effect: no program is told which window you are in, and the text goes there.</source>
        <translation>Auf diesem Desktop ohne Wirkung: Kein Programm erfährt, welches Fenster vorn ist; der Text geht dorthin.</translation>
    </message>
    <message>
        <source>Only copy it</source>
        <translation>Nur kopieren</translation>
    </message>
    <message>
        <source>Paste it where I am now</source>
        <translation>Dort einfügen, wo ich jetzt bin</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Apostrophe</source>
        <translation>Apostroph</translation>
    </message>
    <message>
        <source>BackSpace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Backslash</source>
        <translation>Backslash</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Pfeil runter</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Grave</source>
        <translation>Gravis</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Pfeil links</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Minus</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Bild runter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Bild hoch</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Pfeil rechts</translation>
    </message>
    <message>
        <source>Scroll_Lock</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Slash</source>
        <translation>Schrägstrich</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Super</source>
        <translation>Super</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Pfeil hoch</translation>
    </message>
    <message>
        <source>left Alt</source>
        <translation>Alt links</translation>
    </message>
    <message>
        <source>left Ctrl</source>
        <translation>Strg links</translation>
    </message>
    <message>
        <source>left Shift</source>
        <translation>Umschalt links</translation>
    </message>
    <message>
        <source>left Super</source>
        <translation>Super links</translation>
    </message>
    <message>
        <source>right Alt</source>
        <translation>Alt rechts</translation>
    </message>
    <message>
        <source>right Ctrl</source>
        <translation>Strg rechts</translation>
    </message>
    <message>
        <source>right Shift</source>
        <translation>Umschalt rechts</translation>
    </message>
    <message>
        <source>right Super</source>
        <translation>Super rechts</translation>
    </message>
</context>
<context>
    <name>KeyAdvice</name>
    <message>
        <source>Cop&amp;y the lines</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Lines for the configuration of the desktop</source>
        <translation>Zeilen für die Konfiguration des Desktops</translation>
    </message>
    <message>
        <source>The lines are on the clipboard.</source>
        <translation>Die Zeilen sind in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>KeyCapture</name>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Press the key you want…</source>
        <translation>Gewünschte Taste drücken …</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None: {option}</source>
        <translation>Keine: {option}</translation>
    </message>
</context>
<context>
    <name>KeyStep</name>
    <message>
        <source>It works like this:</source>
        <translation>So geht es:</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Taste:</translation>
    </message>
    <message>
        <source>The key is heard.</source>
        <translation>Die Taste kommt an.</translation>
    </message>
    <message>
        <source>This key is for speaking. Click it to choose another, then press it once, to see that it works.</source>
        <translation>Mit dieser Taste wird gesprochen. Anklicken, um eine andere zu wählen; dann einmal drücken, um zu sehen, dass sie funktioniert.</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>Deine Taste</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Afrikaans</source>
        <translation>Afrikaans</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Albanisch</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>Amharisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>Assamesisch</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>Aserbaidschanisch</translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>Baschkirisch</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>Baskisch</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Belarussisch</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Bosnisch</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>Bretonisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>Kantonesisch</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>Färöisch</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>Filipino</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>Galicisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>Haiti-Kreolisch</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>Haussa</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>Hawaiisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>Javanisch</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>Kasachisch</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Latein</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>Lingala</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>Luxemburgisch</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>Madagassisch</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Malaiisch</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>Maltesisch</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Marathi</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>Mongolisch</translation>
    </message>
    <message>
        <source>Māori</source>
        <translation>Maori</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepalesisch</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>Norwegisch (Bokmål)</translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation>Norwegisch (Nynorsk)</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>Okzitanisch</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Paschtu</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Punjabi</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>Sanskrit</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>Shona</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>Sindhi</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>Sundanesisch</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Suaheli</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>Tadschikisch</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>Tatarisch</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Tibetisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>Turkmenisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>Usbekisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Walisisch</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>Jiddisch</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>Yoruba</translation>
    </message>
</context>
<context>
    <name>LanguageList</name>
    <message>
        <source>Automatic: listen first</source>
        <translation>Automatisch: erst hinhören</translation>
    </message>
</context>
<context>
    <name>Light</name>
    <message>
        <source>A sentence of 5 s takes about {seconds} s here.</source>
        <translation>Ein Satz von 5 s dauert hier etwa {seconds} s.</translation>
    </message>
    <message>
        <source>A sentence of 5 s takes about {seconds} s here: a smaller model suits this machine.</source>
        <translation>Ein Satz von 5 s dauert hier etwa {seconds} s: Zu diesem Rechner passt ein kleineres Modell.</translation>
    </message>
    <message>
        <source>A sentence of 5 s takes about {seconds} s here: long enough to notice the wait.</source>
        <translation>Ein Satz von 5 s dauert hier etwa {seconds} s: Das Warten ist zu merken.</translation>
    </message>
    <message>
        <source>A sentence of 5 s takes less than {seconds} s here.</source>
        <translation>Ein Satz von 5 s dauert hier weniger als {seconds} s.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of how the models run</source>
        <translation>Einzelheiten dazu, wie die Modelle laufen</translation>
    </message>
    <message>
        <source>Device and arithmetic: {device}.</source>
        <translation>Gerät und Rechenart: {device}.</translation>
    </message>
    <message>
        <source>Draft off.</source>
        <translation>Entwurf aus.</translation>
    </message>
    <message>
        <source>Draft off: {reason}</source>
        <translation>Entwurf aus: {reason}</translation>
    </message>
    <message>
        <source>Draft on: {model}.</source>
        <translation>Entwurf an: {model}.</translation>
    </message>
    <message>
        <source>How fast it is here is not measured yet.</source>
        <translation>Wie schnell es hier ist, ist noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Measured: {result}</source>
        <translation>Gemessen: {result}</translation>
    </message>
    <message>
        <source>The models are being loaded…</source>
        <translation>Die Modelle werden geladen …</translation>
    </message>
    <message>
        <source>Why there: {reason}.</source>
        <translation>Warum dort: {reason}.</translation>
    </message>
    <message>
        <source>{model} is loaded.</source>
        <translation>{model} ist geladen.</translation>
    </message>
    <message>
        <source>{model} runs on the graphics card.</source>
        <translation>{model} läuft auf der Grafikkarte.</translation>
    </message>
    <message>
        <source>{model} runs on the processor, not on the graphics card as was asked: {reason}.</source>
        <translation>{model} läuft auf dem Prozessor, nicht wie verlangt auf der Grafikkarte: {reason}.</translation>
    </message>
    <message>
        <source>{model} runs on the processor.</source>
        <translation>{model} läuft auf dem Prozessor.</translation>
    </message>
</context>
<context>
    <name>LoginSwitch</name>
    <message>
        <source>In the tray, without a window.</source>
        <translation>Im Infobereich, ohne Fenster.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Beim Anmelden starten</translation>
    </message>
</context>
<context>
    <name>MicrophoneField</name>
    <message>
        <source>The system&apos;s own</source>
        <translation>Wie im System eingestellt</translation>
    </message>
    <message>
        <source>The system&apos;s own ({microphone})</source>
        <translation>Wie im System eingestellt ({microphone})</translation>
    </message>
    <message>
        <source>There is no microphone. Connect one.</source>
        <translation>Es gibt kein Mikrofon. Bitte eines anschließen.</translation>
    </message>
    <message>
        <source>{microphone} (muted)</source>
        <translation>{microphone} (stumm)</translation>
    </message>
    <message>
        <source>{microphone} (not connected)</source>
        <translation>{microphone} (nicht angeschlossen)</translation>
    </message>
</context>
<context>
    <name>MicrophonePage</name>
    <message>
        <source>&amp;Test: speak for 3 seconds</source>
        <translation>&amp;Test: 3 Sekunden sprechen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Level:</source>
        <translation>Pegel:</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Ich höre zu …</translation>
    </message>
    <message>
        <source>No speech was heard. Is it the right microphone, and loud enough?</source>
        <translation>Es war keine Sprache zu hören. Ist es das richtige Mikrofon, und ist es laut genug?</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Test the microphone</source>
        <translation>Mikrofon testen</translation>
    </message>
    <message>
        <source>The models are loading…</source>
        <translation>Die Modelle werden geladen …</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Was verstanden wurde</translation>
    </message>
    <message>
        <source>What you say appears here.</source>
        <translation>Was du sagst, erscheint hier.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Ich schreibe …</translation>
    </message>
</context>
<context>
    <name>MicrophoneStep</name>
    <message>
        <source>Choose the microphone, press Speak and say a sentence. Nothing you say leaves this computer.</source>
        <translation>Das Mikrofon wählen, auf „Sprechen“ drücken und einen Satz sagen. Nichts davon verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>The microphone hears you.</source>
        <translation>Das Mikrofon hört dich.</translation>
    </message>
    <message>
        <source>Your microphone</source>
        <translation>Dein Mikrofon</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>All is here; checking it…</source>
        <translation>Alles ist da und wird geprüft …</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Der Hub wird gefragt …</translation>
    </message>
    <message>
        <source>came with Mojo Voice</source>
        <translation>kam mit Mojo Voice</translation>
    </message>
    <message>
        <source>good as draft</source>
        <translation>gut als Entwurf</translation>
    </message>
    <message>
        <source>good as model</source>
        <translation>gut als Modell</translation>
    </message>
    <message>
        <source>good as model and as draft</source>
        <translation>gut als Modell und als Entwurf</translation>
    </message>
    <message>
        <source>licence {name}</source>
        <translation>Lizenz {name}</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>on this machine, in the cache that programs share</source>
        <translation>auf diesem Rechner, im gemeinsamen Zwischenspeicher</translation>
    </message>
    <message>
        <source>paused at {size}</source>
        <translation>angehalten bei {size}</translation>
    </message>
    <message>
        <source>{here} of {all}</source>
        <translation>{here} von {all}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download of {model}</source>
        <translation>Herunterladen von {model}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>ModelStep</name>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>&amp;Use it as soon as it is here</source>
        <translation>&amp;Verwenden, sobald es da ist</translation>
    </message>
    <message>
        <source>A model turns speech into text. The one that came along works now, without a network.</source>
        <translation>Ein Modell macht Sprache zu Text. Das mitgelieferte läuft sofort, auch ohne Netz.</translation>
    </message>
    <message>
        <source>For better text, in more languages, a larger one is here already.</source>
        <translation>Für besseren Text in mehr Sprachen ist ein größeres schon da.</translation>
    </message>
    <message>
        <source>For better text, in more languages, there is a larger one. It comes in the background; go on meanwhile.</source>
        <translation>Für besseren Text in mehr Sprachen gibt es ein größeres. Es kommt im Hintergrund; hier geht es inzwischen weiter.</translation>
    </message>
    <message>
        <source>How fast it would be here is still being measured.</source>
        <translation>Wie schnell es hier wäre, wird noch gemessen.</translation>
    </message>
    <message>
        <source>It would take about {seconds} s for a sentence of 5 s, reckoned from what was measured here: {advice}.</source>
        <translation>Für einen Satz von 5 s bräuchte es etwa {seconds} s, berechnet aus hier Gemessenem: {advice}.</translation>
    </message>
    <message>
        <source>The models are loaded.</source>
        <translation>Die Modelle sind geladen.</translation>
    </message>
    <message>
        <source>Your model</source>
        <translation>Dein Modell</translation>
    </message>
    <message>
        <source>it is too slow for this machine</source>
        <translation>es ist zu langsam für diesen Rechner</translation>
    </message>
    <message>
        <source>it suits this machine</source>
        <translation>es passt zu diesem Rechner</translation>
    </message>
    <message>
        <source>you would notice the wait</source>
        <translation>das Warten wäre zu merken</translation>
    </message>
    <message>
        <source>{size} are free on the disk.</source>
        <translation>Auf der Platte sind {size} frei.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation>Ordner &amp;importieren …</translation>
    </message>
    <message>
        <source>A folder with a CTranslate2 Whisper model</source>
        <translation>Ein Ordner mit einem Whisper-Modell für CTranslate2</translation>
    </message>
    <message>
        <source>Another model of the hub</source>
        <translation>Ein anderes Modell vom Hub</translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Ein Modell löschen</translation>
    </message>
    <message>
        <source>Delete {name} from the disk?</source>
        <translation>{name} von der Platte löschen?</translation>
    </message>
    <message>
        <source>Do&amp;wnload</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>It can be downloaded again.</source>
        <translation>Es kann wieder heruntergeladen werden.</translation>
    </message>
    <message>
        <source>It is {use}: dictation goes on until Mojo Voice loads it again. Choose another one first.</source>
        <translation>Es ist {use}: Das Diktieren geht weiter, bis Mojo Voice es neu lädt. Bitte zuerst ein anderes wählen.</translation>
    </message>
    <message>
        <source>OWNER/NAME of any other model on the hub</source>
        <translation>BESITZER/NAME eines anderen Modells auf dem Hub</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>Andere Modelle</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Zum Herunterladen</translation>
    </message>
    <message>
        <source>Whisper models converted for CTranslate2, from the hub or from a folder of yours.</source>
        <translation>Für CTranslate2 umgewandelte Whisper-Modelle, vom Hub oder aus einem eigenen Ordner.</translation>
    </message>
    <message>
        <source>your draft model</source>
        <translation>dein Entwurfsmodell</translation>
    </message>
    <message>
        <source>your model</source>
        <translation>dein Modell</translation>
    </message>
    <message>
        <source>{used} used, {free} free on that disk.</source>
        <translation>{used} belegt, {free} frei auf dieser Platte.</translation>
    </message>
</context>
<context>
    <name>ModelsSettingsPage</name>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>The hub</source>
        <translation>Der Hub</translation>
    </message>
    <message>
        <source>Token:</source>
        <translation>Token:</translation>
    </message>
    <message>
        <source>as Hugging Face, or HF_ENDPOINT, says</source>
        <translation>wie Hugging Face oder HF_ENDPOINT sagt</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>OldMojovoice</name>
    <message numerus="yes">
        <source>%n are older than this history remembers.</source>
        <translation>
            <numerusform>%n ist älter, als dieser Verlauf zurückreicht.</numerusform>
            <numerusform>%n sind älter, als dieser Verlauf zurückreicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dictations were taken over.</source>
        <translation>
            <numerusform>%n Diktat wurde übernommen.</numerusform>
            <numerusform>%n Diktate wurden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines could not be read.</source>
        <translation>
            <numerusform>%n Zeile war nicht lesbar.</numerusform>
            <numerusform>%n Zeilen waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its words are the prompt now: see the page General.</source>
        <translation>Seine Wörter sind jetzt die Vorgabe: siehe Seite „Allgemein“.</translation>
    </message>
    <message>
        <source>T&amp;ake over</source>
        <translation>Übern&amp;ehmen</translation>
    </message>
    <message>
        <source>Take over what the old mojovoice left</source>
        <translation>Übernehmen, was das alte mojovoice hinterließ</translation>
    </message>
    <message>
        <source>The old files are still where they were.</source>
        <translation>Die alten Dateien bleiben, wo sie waren.</translation>
    </message>
    <message numerus="yes">
        <source>The old mojovoice left %n dictations that are not in this history.</source>
        <translation>
            <numerusform>Das alte mojovoice hinterließ %n Diktat, das in diesem Verlauf fehlt.</numerusform>
            <numerusform>Das alte mojovoice hinterließ %n Diktate, die in diesem Verlauf fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The old mojovoice was taught %n words, which can become the prompt.</source>
        <translation>
            <numerusform>Das alte mojovoice kannte %n Wort, das Vorgabe werden kann.</numerusform>
            <numerusform>Das alte mojovoice kannte %n Wörter, die Vorgabe werden können.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>A key alone, or a chord such as ctrl+alt+space; empty for none, where one is bound in the compositor.</source>
        <translation>Eine Taste allein oder eine Kombination wie Strg + Alt + Leertaste; keine, wo der Compositor eine belegt.</translation>
    </message>
    <message>
        <source>A smaller model that proposes text for the first one to verify; empty for none. It never changes the text.</source>
        <translation>Ein kleineres Modell, das Text vorschlägt, den das erste prüft; leer für keines. Es ändert nie den Text.</translation>
    </message>
    <message>
        <source>A soft sound when recording starts, when it stops, and when something failed.</source>
        <translation>Ein leiser Ton, wenn die Aufnahme beginnt, wenn sie endet und wenn etwas fehlschlug.</translation>
    </message>
    <message>
        <source>Address of another hub to download models from; empty for Hugging Face&apos;s own, or HF_ENDPOINT.</source>
        <translation>Adresse eines anderen Hubs für Modelle; leer für den von Hugging Face oder HF_ENDPOINT.</translation>
    </message>
    <message>
        <source>All applications</source>
        <translation>Alle Anwendungen</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Rechenart</translation>
    </message>
    <message>
        <source>Cancel key</source>
        <translation>Abbruchtaste</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Days after which a dictation is forgotten; 0 for never.</source>
        <translation>Tage, nach denen ein Diktat vergessen wird; 0 für nie.</translation>
    </message>
    <message>
        <source>Days for discarded sound</source>
        <translation>Tage für verworfenen Ton</translation>
    </message>
    <message>
        <source>Days for which a dictation that was cancelled or held no speech can be restored; 0 for not at all.</source>
        <translation>Tage, an denen ein abgebrochenes oder stummes Diktat wiederhergestellt werden kann; 0 für gar nicht.</translation>
    </message>
    <message>
        <source>Days in the history</source>
        <translation>Tage im Verlauf</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Dictations in the history</source>
        <translation>Diktate im Verlauf</translation>
    </message>
    <message>
        <source>Draft model</source>
        <translation>Entwurfsmodell</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Wortgetreu</translation>
    </message>
    <message>
        <source>For Wayland desktops that take keys from no program, such as GNOME and KDE: they press the paste keys for us. They ask you once, or at each start where there is no keyring.</source>
        <translation>Für Wayland-Desktops, die von keinem Programm Tasten annehmen, etwa GNOME und KDE: Sie drücken die Einfügetasten für uns. Sie fragen einmal, ohne Schlüsselbund bei jedem Start.</translation>
    </message>
    <message>
        <source>Gives a recording up, taken only while one runs; empty for none.</source>
        <translation>Verwirft eine Aufnahme und gilt nur, solange eine läuft; leer für keine.</translation>
    </message>
    <message>
        <source>How many dictations are remembered; 0 for no limit.</source>
        <translation>Wie viele Diktate aufgehoben werden; 0 für unbegrenzt.</translation>
    </message>
    <message>
        <source>How much is written to the log; never what you said.</source>
        <translation>Wie viel ins Protokoll kommt; nie, was gesagt wurde.</translation>
    </message>
    <message>
        <source>How much moves there: full, reduced, or auto, as the desktop says.</source>
        <translation>Wie viel sich dort bewegt: voll, verringert oder automatisch, wie der Desktop es will.</translation>
    </message>
    <message>
        <source>Instead of a space after each text: one before a text that follows the last within a minute, in the same window.</source>
        <translation>Statt eines Leerzeichens nach jedem Text: eines vor dem Text, der im selben Fenster binnen einer Minute folgt.</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>Verlauf führen</translation>
    </message>
    <message>
        <source>Keep the sound</source>
        <translation>Ton aufheben</translation>
    </message>
    <message>
        <source>Keep what was said beside its text, to be played again.</source>
        <translation>Den Ton zum Text aufheben, um ihn wieder abzuspielen.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the windows</source>
        <translation>Sprache der Fenster</translation>
    </message>
    <message>
        <source>Let the desktop paste</source>
        <translation>Den Desktop einfügen lassen</translation>
    </message>
    <message>
        <source>Let the draft rest for the session once its guesses cost more time than they save.</source>
        <translation>Den Entwurf für die Sitzung ruhen lassen, sobald seine Vorschläge mehr Zeit kosten als sparen.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Longest recording</source>
        <translation>Längste Aufnahme</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Milliseconds below which a press is a tap (hybrid).</source>
        <translation>Millisekunden, unter denen ein Druck ein Antippen ist (beides).</translation>
    </message>
    <message>
        <source>Milliseconds that the last words of a long dictation may take: with more, fewer of them are wrong.</source>
        <translation>Millisekunden, die die letzten Wörter eines langen Diktats brauchen dürfen: Mit mehr sind weniger falsch.</translation>
    </message>
    <message>
        <source>Minutes without a dictation after which the models leave the memory; 0 for never.</source>
        <translation>Minuten ohne Diktat, nach denen die Modelle den Speicher verlassen; 0 für nie.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Name of the microphone, or a part of it; empty for the system&apos;s own.</source>
        <translation>Name des Mikrofons oder ein Teil davon; leer für das des Systems.</translation>
    </message>
    <message>
        <source>Of a microphone with several: auto, whichever is the loudest at that moment; mix, all of them; or its number.</source>
        <translation>Bei einem Mikrofon mit mehreren: automatisch der jeweils lauteste; alle gemischt; oder seine Nummer.</translation>
    </message>
    <message>
        <source>Only a draft that pays</source>
        <translation>Nur ein Entwurf, der sich lohnt</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Einblendung</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Precision of the models; auto suits the device.</source>
        <translation>Genauigkeit der Modelle; automatisch passt sie zum Gerät.</translation>
    </message>
    <message>
        <source>Processor threads for the models; 0 for what was measured to be best.</source>
        <translation>Prozessor-Threads für die Modelle; 0 für das gemessene Beste.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Push-to-talk key</source>
        <translation>Sprechtaste</translation>
    </message>
    <message>
        <source>Put back what was copied before the text.</source>
        <translation>Zurücklegen, was vor dem Text kopiert war.</translation>
    </message>
    <message>
        <source>Remember what was dictated, on this machine alone. Off: incognito.</source>
        <translation>Aufheben, was diktiert wurde, nur auf diesem Rechner. Aus: inkognito.</translation>
    </message>
    <message>
        <source>Restore the clipboard</source>
        <translation>Zwischenablage wiederherstellen</translation>
    </message>
    <message>
        <source>Seconds after which a recording ends by itself.</source>
        <translation>Sekunden, nach denen eine Aufnahme von selbst endet.</translation>
    </message>
    <message>
        <source>Single applications</source>
        <translation>Einzelne Anwendungen</translation>
    </message>
    <message>
        <source>So that the next dictation does not stick to this one.</source>
        <translation>Damit das nächste Diktat nicht an diesem klebt.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Space after text</source>
        <translation>Leerzeichen nach dem Text</translation>
    </message>
    <message>
        <source>Space before what continues</source>
        <translation>Leerzeichen vor Fortsetzungen</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>Antippen</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Bedienung</translation>
    </message>
    <message>
        <source>The keys that paste; auto suits the window; type: by keystrokes; clipboard: only left there, and you paste.</source>
        <translation>Die Tasten zum Einfügen; automatisch passend zum Fenster; getippt; oder nur in der Zwischenablage, zum eigenen Einfügen.</translation>
    </message>
    <message>
        <source>The model whose text you get: a name from `mojovoice models`, or a folder with a CTranslate2 Whisper model.</source>
        <translation>Das Modell, dessen Text ankommt: ein Name aus `mojovoice models` oder ein Ordner mit einem Whisper-Modell für CTranslate2.</translation>
    </message>
    <message>
        <source>The same for single applications, by the class of their windows.</source>
        <translation>Dasselbe für einzelne Anwendungen, nach der Klasse ihrer Fenster.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Transcribe only after the release, in full windows: word for word what the model says, and slower.</source>
        <translation>Erst nach dem Loslassen transkribieren, in ganzen Fenstern: Wort für Wort, was das Modell sagt, und langsamer.</translation>
    </message>
    <message>
        <source>Tray icon</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>Unload when idle</source>
        <translation>Bei Untätigkeit entladen</translation>
    </message>
    <message>
        <source>What computes; auto takes the graphics card if it really works.</source>
        <translation>Was rechnet; automatisch die Grafikkarte, wenn sie wirklich läuft.</translation>
    </message>
    <message>
        <source>What stands on the screen while you speak: off; minimal: level and time; live: the text so far as well.</source>
        <translation>Was beim Sprechen auf dem Schirm steht: nichts; Pegel und Zeit; oder auch der Text bis dahin.</translation>
    </message>
    <message>
        <source>What you speak; auto listens first.</source>
        <translation>Was gesprochen wird; automatisch wird erst hingehört.</translation>
    </message>
    <message>
        <source>When you went to another window</source>
        <translation>Nach einem Fensterwechsel</translation>
    </message>
    <message>
        <source>Where the text goes if you changed windows while speaking: here, where you are now; back, where you were; copy, on the clipboard; or ask.</source>
        <translation>Wohin der Text kommt, wenn beim Sprechen das Fenster gewechselt wurde: ins jetzige; ins vorige; in die Zwischenablage; oder auf Nachfrage.</translation>
    </message>
    <message>
        <source>Without it the keys go on working, and starting Mojo Voice once more opens these settings.</source>
        <translation>Ohne es gehen die Tasten weiter, und ein weiterer Start von Mojo Voice öffnet diese Einstellungen.</translation>
    </message>
    <message>
        <source>Words that set the style and spelling, such as names.</source>
        <translation>Wörter, die Stil und Schreibweise vorgeben, etwa Namen.</translation>
    </message>
    <message>
        <source>auto takes that of the desktop, if it is there.</source>
        <translation>Automatisch die des Desktops, wenn es sie gibt.</translation>
    </message>
    <message>
        <source>hold: speak while it is down; toggle: press to start and to stop; hybrid: a tap toggles, holding holds.</source>
        <translation>Halten: sprechen, solange sie gedrückt ist; Umschalten: drücken zum Beginnen und Beenden; beides: antippen schaltet, halten hält.</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>A moment, then speak.</source>
        <translation>Einen Moment, dann sprechen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Gleich geht es los …</translation>
    </message>
    <message>
        <source>Heard no speech</source>
        <translation>Keine Sprache gehört</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Ich höre zu</translation>
    </message>
    <message>
        <source>Loading the speech models…</source>
        <translation>Die Sprachmodelle werden geladen …</translation>
    </message>
    <message>
        <source>No sound from the microphone yet…</source>
        <translation>Noch kein Ton vom Mikrofon …</translation>
    </message>
    <message>
        <source>Nothing was inserted.</source>
        <translation>Es wurde nichts eingefügt.</translation>
    </message>
    <message>
        <source>Speak.</source>
        <translation>Jetzt sprechen.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Ich schreibe …</translation>
    </message>
</context>
<context>
    <name>PairChoice</name>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Modell:</translation>
    </message>
    <message>
        <source>A smaller one that proposes: faster on some machines, the text is the same.</source>
        <translation>Ein kleineres, das vorschlägt: auf manchen Rechnern schneller, bei gleichem Text.</translation>
    </message>
    <message>
        <source>D&amp;raft model:</source>
        <translation>&amp;Entwurfsmodell:</translation>
    </message>
    <message>
        <source>Draft model</source>
        <translation>Entwurfsmodell</translation>
    </message>
    <message>
        <source>It writes the text you get.</source>
        <translation>Es schreibt den Text.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>{model} (not on this machine)</source>
        <translation>{model} (nicht auf diesem Rechner)</translation>
    </message>
</context>
<context>
    <name>PortalSwitch</name>
    <message>
        <source>The desktop asks you now…</source>
        <translation>Der Desktop fragt jetzt nach …</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Forget everything…</source>
        <translation>Alles &amp;vergessen …</translation>
    </message>
    <message>
        <source>A token of yours for the hub, and that the desktop lets us paste</source>
        <translation>Ein Token für den Hub, und dass der Desktop uns einfügen lässt</translation>
    </message>
    <message>
        <source>Entry in the menu of applications</source>
        <translation>Eintrag im Anwendungsmenü</translation>
    </message>
    <message>
        <source>Forget every dictation, every recording and every log?</source>
        <translation>Alle Diktate, alle Aufnahmen und alle Protokolle vergessen?</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message numerus="yes">
        <source>Forgotten: %n dictations, and all recordings and logs but those in use.</source>
        <translation>
            <numerusform>Vergessen: ein Diktat und alle Aufnahmen und Protokolle, die nicht gerade gebraucht werden.</numerusform>
            <numerusform>Vergessen: %n Diktate und alle Aufnahmen und Protokolle, die nicht gerade gebraucht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History of dictations</source>
        <translation>Verlauf der Diktate</translation>
    </message>
    <message>
        <source>History that the old mojovoice wrote</source>
        <translation>Verlauf des alten mojovoice</translation>
    </message>
    <message>
        <source>Logs: lengths and times, no words</source>
        <translation>Protokolle: Längen und Zeiten, keine Wörter</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Nothing you say leaves this computer, and no word of it is ever written to a log. The network is used only when you download a model.</source>
        <translation>Nichts Gesagtes verlässt diesen Rechner, und kein Wort davon kommt je in ein Protokoll. Das Netz wird nur gebraucht, um ein Modell herunterzuladen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the folder: {what}</source>
        <translation>Ordner öffnen: {what}</translation>
    </message>
    <message>
        <source>Recordings not yet written</source>
        <translation>Noch nicht geschriebene Aufnahmen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings and models stay. This cannot be undone.</source>
        <translation>Einstellungen und Modelle bleiben. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Size and place of this window</source>
        <translation>Größe und Ort dieses Fensters</translation>
    </message>
    <message>
        <source>Start at login, while it is on</source>
        <translation>Start bei der Anmeldung, solange er eingeschaltet ist</translation>
    </message>
    <message>
        <source>What is where</source>
        <translation>Was wo liegt</translation>
    </message>
    <message>
        <source>What was measured here, and checksums of models</source>
        <translation>Was hier gemessen wurde, und Prüfsummen der Modelle</translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>after a number</comment>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>dictations</source>
        <comment>after a number</comment>
        <translation>
            <numerusform>Diktat</numerusform>
            <numerusform>Diktate</numerusform>
        </translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>in the keyring of your desktop, as “{name}”</source>
        <translation>im Schlüsselbund des Desktops, als „{name}“</translation>
    </message>
    <message>
        <source>in the registry of Windows</source>
        <translation>in der Registrierung von Windows</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
</context>
<context>
    <name>ProgramRow</name>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Its way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ProgramsField</name>
    <message>
        <source>&amp;Add an application</source>
        <translation>Anwendung &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Leave it on the clipboard</source>
        <translation>In der Zwischenablage lassen</translation>
    </message>
    <message>
        <source>Paste: keys that suit the window</source>
        <translation>Einfügen: Tasten passend zum Fenster</translation>
    </message>
    <message>
        <source>Paste: {keys}</source>
        <translation>Einfügen: {keys}</translation>
    </message>
    <message>
        <source>Type it, key by key</source>
        <translation>Tippen, Taste für Taste</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>1 thread</source>
        <translation>1 Thread</translation>
    </message>
    <message>
        <source>A key that you bind in the compositor works in every window; the lines below say to what.</source>
        <translation>Eine im Compositor belegte Taste geht in jedem Fenster; die Zeilen unten sagen, womit sie zu belegen ist.</translation>
    </message>
    <message>
        <source>A model of the hub is named by its owner and its name.</source>
        <translation>Ein Modell vom Hub heißt nach seinem Besitzer und seinem Namen.</translation>
    </message>
    <message>
        <source>A name must not be empty.</source>
        <translation>Ein Name darf nicht leer sein.</translation>
    </message>
    <message>
        <source>Allow it in System Settings, Privacy &amp; Security, under Accessibility and under Input Monitoring, for the program that starts Mojo Voice (Python, or your terminal), and start it again</source>
        <translation>Bitte in den Systemeinstellungen unter „Datenschutz &amp; Sicherheit“ bei „Bedienungshilfen“ und „Eingabeüberwachung“ dem Programm erlauben, das Mojo Voice startet (Python oder das Terminal), und es neu starten</translation>
    </message>
    <message>
        <source>Allow it in the desktop&apos;s settings for shortcuts.</source>
        <translation>Bitte in den Tastenkürzel-Einstellungen des Desktops erlauben.</translation>
    </message>
    <message>
        <source>Allow it in the privacy settings; on Linux, be a member of the group audio.</source>
        <translation>Bitte in den Datenschutz-Einstellungen erlauben; unter Linux Mitglied der Gruppe audio werden.</translation>
    </message>
    <message>
        <source>Allow it to use the microphone.</source>
        <translation>Bitte den Zugriff auf das Mikrofon erlauben.</translation>
    </message>
    <message>
        <source>AltGr is needed for writing: it makes other characters.</source>
        <translation>AltGr wird zum Schreiben gebraucht: Es macht andere Zeichen.</translation>
    </message>
    <message>
        <source>Another program holds the clipboard.</source>
        <translation>Ein anderes Programm hält die Zwischenablage fest.</translation>
    </message>
    <message>
        <source>Another program holds the history.</source>
        <translation>Ein anderes Programm hält den Verlauf fest.</translation>
    </message>
    <message>
        <source>Another program holds the microphone {device}.</source>
        <translation>Ein anderes Programm belegt das Mikrofon {device}.</translation>
    </message>
    <message>
        <source>Another program owns the key {chord}.</source>
        <translation>Ein anderes Programm hat die Taste {chord}.</translation>
    </message>
    <message>
        <source>Ask for it on its page at the hub, then set your token in the settings, under Models.</source>
        <translation>Bitte auf seiner Seite beim Hub anfragen und dann das Token in den Einstellungen unter „Modelle“ eintragen.</translation>
    </message>
    <message>
        <source>Bind one in the compositor: General in the settings has the lines, as has `mojovoice bindings`. Then choose no key.</source>
        <translation>Bitte eine im Compositor belegen: Die Zeilen stehen in den Einstellungen unter „Allgemein“, ebenso gibt sie `mojovoice bindings` aus. Dann keine Taste wählen.</translation>
    </message>
    <message>
        <source>CUDA cannot run these models</source>
        <translation>CUDA kann diese Modelle nicht ausführen</translation>
    </message>
    <message>
        <source>Cancel the recording</source>
        <translation>Aufnahme abbrechen</translation>
    </message>
    <message>
        <source>Caps Lock would switch to capitals each time.</source>
        <translation>Die Feststelltaste würde jedes Mal auf Großbuchstaben schalten.</translation>
    </message>
    <message>
        <source>Change it by hand.</source>
        <translation>Bitte von Hand ändern.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Bitte den Namen prüfen.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Bitte die Rechte prüfen.</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the mirror (or HF_ENDPOINT), and try again: it goes on where it stopped.</source>
        <translation>Bitte Netz, Proxy und Spiegel (oder HF_ENDPOINT) prüfen und noch einmal versuchen: Es geht dort weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>Choose a key such as F9 instead.</source>
        <translation>Bitte stattdessen eine Taste wie F9 wählen.</translation>
    </message>
    <message>
        <source>Choose a smaller one.</source>
        <translation>Bitte ein kleineres wählen.</translation>
    </message>
    <message>
        <source>Choose another key for one of them.</source>
        <translation>Bitte für eines davon eine andere Taste wählen.</translation>
    </message>
    <message>
        <source>Choose another key in the settings, or free it in that program.</source>
        <translation>Bitte in den Einstellungen eine andere Taste wählen oder sie in jenem Programm freigeben.</translation>
    </message>
    <message>
        <source>Choose another key in the settings.</source>
        <translation>Bitte in den Einstellungen eine andere Taste wählen.</translation>
    </message>
    <message>
        <source>Choose another mirror.</source>
        <translation>Bitte einen anderen Spiegel wählen.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Bitte ein anderes wählen.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Choose another, or set a token in the settings, under Models.</source>
        <translation>Bitte ein anderes wählen oder in den Einstellungen unter „Modelle“ ein Token eintragen.</translation>
    </message>
    <message>
        <source>Choose it in the settings, under Models.</source>
        <translation>Bitte in den Einstellungen unter „Modelle“ auswählen.</translation>
    </message>
    <message>
        <source>Choose one above, or start by a click on the tray icon or by `mojovoice toggle`.</source>
        <translation>Bitte oben eine wählen, oder mit einem Klick auf das Symbol im Infobereich oder mit `mojovoice toggle` beginnen.</translation>
    </message>
    <message>
        <source>Choose one such as Escape or F8 in the settings.</source>
        <translation>Bitte in den Einstellungen eine wie Esc oder F8 wählen.</translation>
    </message>
    <message>
        <source>Close it there and try again.</source>
        <translation>Bitte dort schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close what has {path} open.</source>
        <translation>Bitte schließen, was {path} geöffnet hat.</translation>
    </message>
    <message>
        <source>Connect it again and try again.</source>
        <translation>Bitte wieder anschließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Connect it again, then go on dictating.</source>
        <translation>Bitte wieder anschließen, dann weiter diktieren.</translation>
    </message>
    <message>
        <source>Connect it, or set audio.device_name to one of these.</source>
        <translation>Bitte anschließen oder audio.device_name auf eines davon setzen.</translation>
    </message>
    <message>
        <source>Connect one; what there is, says: mojovoice doctor</source>
        <translation>Bitte eines anschließen; was es gibt, sagt: mojovoice doctor</translation>
    </message>
    <message>
        <source>Convert it with ct2-transformers-converter.</source>
        <translation>Bitte mit ct2-transformers-converter umwandeln.</translation>
    </message>
    <message>
        <source>Copy the text instead.</source>
        <translation>Bitte stattdessen den Text kopieren.</translation>
    </message>
    <message>
        <source>Delete it, or rename the folder.</source>
        <translation>Bitte löschen oder den Ordner umbenennen.</translation>
    </message>
    <message>
        <source>Dictate again.</source>
        <translation>Bitte noch einmal diktieren.</translation>
    </message>
    <message>
        <source>Dictation goes on without it.</source>
        <translation>Das Diktieren geht ohne ihn weiter.</translation>
    </message>
    <message>
        <source>Did you mean {models}?</source>
        <translation>War {models} gemeint?</translation>
    </message>
    <message>
        <source>Download it again, or choose another.</source>
        <translation>Bitte erneut herunterladen oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>Download one, or choose another.</source>
        <translation>Bitte eines herunterladen oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Downloads are switched off by HF_HUB_OFFLINE.</source>
        <translation>Herunterladen ist durch HF_HUB_OFFLINE abgeschaltet.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Fetch or convert it again.</source>
        <translation>Bitte erneut holen oder umwandeln.</translation>
    </message>
    <message>
        <source>Hold it with another key, as in ctrl+alt+{lower}. {suggestion}</source>
        <translation>Bitte mit einer anderen Taste zusammen halten, wie in ctrl+alt+{lower}. {suggestion}</translation>
    </message>
    <message>
        <source>Hold the key a moment longer.</source>
        <translation>Bitte die Taste einen Moment länger halten.</translation>
    </message>
    <message>
        <source>Hyprland binds keys in its configuration alone</source>
        <translation>Hyprland belegt Tasten nur in seiner Konfiguration</translation>
    </message>
    <message>
        <source>Install Mojo Voice in a shorter path.</source>
        <translation>Bitte Mojo Voice unter einem kürzeren Pfad installieren.</translation>
    </message>
    <message>
        <source>Install it: sudo apt install libasound2-plugins</source>
        <translation>Bitte installieren: sudo apt install libasound2-plugins</translation>
    </message>
    <message>
        <source>Install it: sudo apt install libportaudio2</source>
        <translation>Bitte installieren: sudo apt install libportaudio2</translation>
    </message>
    <message>
        <source>Install one: gnome-keyring, KWallet or KeePassXC, and log in again.</source>
        <translation>Bitte einen installieren: gnome-keyring, KWallet oder KeePassXC, und neu anmelden.</translation>
    </message>
    <message>
        <source>Install wl-clipboard (sudo apt install wl-clipboard) and start Mojo Voice again.</source>
        <translation>Bitte wl-clipboard installieren (sudo apt install wl-clipboard) und Mojo Voice neu starten.</translation>
    </message>
    <message>
        <source>It asks to be left alone for {minutes} minutes.</source>
        <translation>Er bittet um {minutes} Minuten Ruhe.</translation>
    </message>
    <message>
        <source>It does not take the token: set another in the settings, under Models.</source>
        <translation>Er nimmt das Token nicht an: bitte in den Einstellungen unter „Modelle“ ein anderes eintragen.</translation>
    </message>
    <message>
        <source>It is used from now on.</source>
        <translation>Es wird ab jetzt verwendet.</translation>
    </message>
    <message>
        <source>It is {path}: {why}.</source>
        <translation>Es ist {path}: {why}.</translation>
    </message>
    <message>
        <source>It is {path}; the next dictation sets it aside.</source>
        <translation>Es ist {path}; das nächste Diktat legt es beiseite.</translation>
    </message>
    <message>
        <source>Keyboards of this system have no {key} key.</source>
        <translation>Tastaturen dieses Systems haben keine Taste {key}.</translation>
    </message>
    <message>
        <source>Keys and pasting do not work on {platform} yet.</source>
        <translation>Tasten und Einfügen gehen auf {platform} noch nicht.</translation>
    </message>
    <message>
        <source>Keys that work: right ctrl, F9, pause, ctrl+alt+space.</source>
        <translation>Tasten, die gehen: right ctrl, F9, pause, ctrl+alt+space.</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>Log out and in again.</source>
        <translation>Bitte ab- und wieder anmelden.</translation>
    </message>
    <message>
        <source>Make room for {path}.</source>
        <translation>Bitte Platz schaffen für {path}.</translation>
    </message>
    <message>
        <source>Make room in {folder}.</source>
        <translation>Bitte Platz schaffen in {folder}.</translation>
    </message>
    <message>
        <source>Make room there and try again.</source>
        <translation>Bitte dort Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Make room there, or see to its rights.</source>
        <translation>Bitte dort Platz schaffen oder die Rechte prüfen.</translation>
    </message>
    <message>
        <source>Make room there, see to its rights, or choose tiny.en, which is used where it lies.</source>
        <translation>Bitte dort Platz schaffen, die Rechte prüfen oder tiny.en wählen, das benutzt wird, wo es liegt.</translation>
    </message>
    <message>
        <source>Mend it, or run `mojovoice config --reset`.</source>
        <translation>Bitte berichtigen oder `mojovoice config --reset` ausführen.</translation>
    </message>
    <message>
        <source>Mojo Voice ended before it answered.</source>
        <translation>Mojo Voice hat geendet, ohne zu antworten.</translation>
    </message>
    <message>
        <source>Mojo Voice ended before this became text.</source>
        <translation>Mojo Voice hat geendet, ehe dies Text wurde.</translation>
    </message>
    <message>
        <source>Mojo Voice has ended.</source>
        <translation>Mojo Voice hat geendet.</translation>
    </message>
    <message>
        <source>Mojo Voice has not answered for {timeout_s:g} s.</source>
        <translation>Mojo Voice antwortet seit {timeout_s:g} s nicht.</translation>
    </message>
    <message>
        <source>Mojo Voice hears no cancel key here: bind {key} as well, as the lines say.</source>
        <translation>Hier hört Mojo Voice keine Abbruchtaste: Bitte auch {key} belegen, wie es die Zeilen sagen.</translation>
    </message>
    <message>
        <source>Mojo Voice is ending.</source>
        <translation>Mojo Voice wird beendet.</translation>
    </message>
    <message>
        <source>Mojo Voice is not ready to paste.</source>
        <translation>Mojo Voice kann noch nicht einfügen.</translation>
    </message>
    <message>
        <source>Mojo Voice is not running.</source>
        <translation>Mojo Voice läuft nicht.</translation>
    </message>
    <message>
        <source>Move it away and try again.</source>
        <translation>Bitte wegräumen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Name a file that ends in {endings}.</source>
        <translation>Bitte eine Datei nennen, die auf {endings} endet.</translation>
    </message>
    <message>
        <source>Name a folder that has a model.bin, or a model.</source>
        <translation>Bitte einen Ordner mit einer model.bin oder ein Modell nennen.</translation>
    </message>
    <message>
        <source>Name a sound file.</source>
        <translation>Bitte eine Tondatei nennen.</translation>
    </message>
    <message>
        <source>No command can reach Mojo Voice: {error}.</source>
        <translation>Kein Befehl erreicht Mojo Voice: {error}.</translation>
    </message>
    <message>
        <source>No keyboard may be read by your programs here.</source>
        <translation>Programme dürfen hier keine Tastatur lesen.</translation>
    </message>
    <message>
        <source>No program may listen to keys by itself on this desktop.</source>
        <translation>Auf diesem Desktop darf kein Programm von sich aus auf Tasten hören.</translation>
    </message>
    <message>
        <source>No window took the text; it is on the clipboard.</source>
        <translation>Kein Fenster nahm den Text an; er liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Nor does it hear a cancel key: the menu of the tray icon cancels, and `mojovoice cancel`.</source>
        <translation>Auch eine Abbruchtaste hört es nicht: Das Menü des Symbols bricht ab, ebenso `mojovoice cancel`.</translation>
    </message>
    <message>
        <source>Not everything could be forgotten: {why}.</source>
        <translation>Nicht alles konnte vergessen werden: {why}.</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Num Lock would switch the number pad each time.</source>
        <translation>Num würde jedes Mal den Ziffernblock umschalten.</translation>
    </message>
    <message>
        <source>Paste it where you want it.</source>
        <translation>Bitte einfügen, wo er hin soll.</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Zum Sprechen halten</translation>
    </message>
    <message>
        <source>Recording stopped after {longest}, the longest allowed.</source>
        <translation>Die Aufnahme endete nach {longest}, der längsten erlaubten Dauer.</translation>
    </message>
    <message>
        <source>Recovered: {number} recording(s), {seconds:.0f} s, that never became text.</source>
        <translation>Gerettet: {number} Aufnahme(n), {seconds:.0f} s, die nie Text wurde(n).</translation>
    </message>
    <message>
        <source>Reinstall the package {package}.</source>
        <translation>Bitte das Paket {package} neu installieren.</translation>
    </message>
    <message>
        <source>Reinstall them: {packages}.</source>
        <translation>Bitte neu installieren: {packages}.</translation>
    </message>
    <message>
        <source>Remove it and try again.</source>
        <translation>Bitte entfernen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Remove it there.</source>
        <translation>Bitte dort entfernen.</translation>
    </message>
    <message>
        <source>Remove it, or see to it.</source>
        <translation>Bitte entfernen oder danach sehen.</translation>
    </message>
    <message>
        <source>Remove the folders by hand.</source>
        <translation>Bitte die Ordner von Hand entfernen.</translation>
    </message>
    <message>
        <source>Remove {path}.</source>
        <translation>Bitte {path} entfernen.</translation>
    </message>
    <message>
        <source>Restart it, or log out and in again.</source>
        <translation>Bitte neu starten oder ab- und wieder anmelden.</translation>
    </message>
    <message>
        <source>Run `mojovoice bindings` to bind a key instead.</source>
        <translation>Bitte stattdessen mit `mojovoice bindings` eine Taste belegen.</translation>
    </message>
    <message>
        <source>Run `mojovoice bindings`.</source>
        <translation>Bitte `mojovoice bindings` ausführen.</translation>
    </message>
    <message>
        <source>Run `mojovoice config --check`.</source>
        <translation>Bitte `mojovoice config --check` ausführen.</translation>
    </message>
    <message>
        <source>Run `mojovoice daemon up` to dictate without one.</source>
        <translation>Zum Diktieren ohne Bildschirm: `mojovoice daemon up`.</translation>
    </message>
    <message>
        <source>Run `mojovoice doctor`.</source>
        <translation>Bitte `mojovoice doctor` ausführen.</translation>
    </message>
    <message>
        <source>Run `mojovoice download {model}`.</source>
        <translation>Bitte `mojovoice download {model}` ausführen.</translation>
    </message>
    <message>
        <source>Run `mojovoice download {name}`.</source>
        <translation>Bitte `mojovoice download {name}` ausführen.</translation>
    </message>
    <message>
        <source>Run: mojovoice doctor</source>
        <translation>Bitte ausführen: mojovoice doctor</translation>
    </message>
    <message>
        <source>Say which: left {name} or right {name}.</source>
        <translation>Bitte sagen, welche: left {name} oder right {name}.</translation>
    </message>
    <message>
        <source>See to it that {folder} can be written.</source>
        <translation>Bitte dafür sorgen, dass {folder} beschreibbar ist.</translation>
    </message>
    <message>
        <source>See to its rights.</source>
        <translation>Bitte die Rechte prüfen.</translation>
    </message>
    <message>
        <source>See to the rights of its folder.</source>
        <translation>Bitte die Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>See to the rights of {own}.</source>
        <translation>Bitte die Rechte von {own} prüfen.</translation>
    </message>
    <message>
        <source>See to the rights of {path}.</source>
        <translation>Bitte die Rechte von {path} prüfen.</translation>
    </message>
    <message>
        <source>See whether a loudspeaker is connected.</source>
        <translation>Bitte prüfen, ob ein Lautsprecher angeschlossen ist.</translation>
    </message>
    <message>
        <source>See whether it is muted.</source>
        <translation>Bitte prüfen, ob es stumm geschaltet ist.</translation>
    </message>
    <message>
        <source>See whether wl-copy works in a terminal.</source>
        <translation>Bitte prüfen, ob wl-copy in einem Terminal geht.</translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR to a folder of yours.</source>
        <translation>Bitte XDG_RUNTIME_DIR auf einen eigenen Ordner setzen.</translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR to a shorter one.</source>
        <translation>Bitte XDG_RUNTIME_DIR auf einen kürzeren setzen.</translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR.</source>
        <translation>Bitte XDG_RUNTIME_DIR setzen.</translation>
    </message>
    <message>
        <source>Something went wrong with the models.</source>
        <translation>Mit den Modellen ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Etwas ist schiefgegangen.</translation>
    </message>
    <message>
        <source>Start Mojo Voice again to be asked once more.</source>
        <translation>Bitte Mojo Voice neu starten, um noch einmal gefragt zu werden.</translation>
    </message>
    <message>
        <source>Start Mojo Voice again.</source>
        <translation>Bitte Mojo Voice neu starten.</translation>
    </message>
    <message>
        <source>Start Mojo Voice in a graphical session.</source>
        <translation>Bitte Mojo Voice in einer grafischen Sitzung starten.</translation>
    </message>
    <message>
        <source>Start Mojo Voice inside a desktop session.</source>
        <translation>Bitte Mojo Voice in einer Desktop-Sitzung starten.</translation>
    </message>
    <message>
        <source>Start Mojo Voice inside your desktop session.</source>
        <translation>Bitte Mojo Voice in der Desktop-Sitzung starten.</translation>
    </message>
    <message>
        <source>Start `mojovoice`.</source>
        <translation>Bitte `mojovoice` starten.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Bitte neu starten.</translation>
    </message>
    <message>
        <source>Start it with `mojovoice` or `mojovoice daemon up`.</source>
        <translation>Bitte mit `mojovoice` oder `mojovoice daemon up` starten.</translation>
    </message>
    <message>
        <source>Switch it on once more to be asked again; until then you paste yourself.</source>
        <translation>Bitte noch einmal einschalten, um wieder gefragt zu werden; bis dahin ist Einfügen Handarbeit.</translation>
    </message>
    <message>
        <source>That window is gone; the text is on the clipboard.</source>
        <translation>Jenes Fenster ist weg; der Text liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The Run key of Windows cannot be changed: {why}.</source>
        <translation>Der Run-Schlüssel von Windows lässt sich nicht ändern: {why}.</translation>
    </message>
    <message>
        <source>The Wayland compositor cannot be reached: {why}.</source>
        <translation>Der Wayland-Compositor ist nicht zu erreichen: {why}.</translation>
    </message>
    <message>
        <source>The Wayland compositor does not answer.</source>
        <translation>Der Wayland-Compositor antwortet nicht.</translation>
    </message>
    <message>
        <source>The X server cannot be reached: {why}.</source>
        <translation>Der X-Server ist nicht zu erreichen: {why}.</translation>
    </message>
    <message>
        <source>The broken history cannot be moved: {why}.</source>
        <translation>Der beschädigte Verlauf lässt sich nicht verschieben: {why}.</translation>
    </message>
    <message>
        <source>The connection to the screen is lost.</source>
        <translation>Die Verbindung zum Bildschirm ist verloren.</translation>
    </message>
    <message>
        <source>The desktop did not give Mojo Voice a key.</source>
        <translation>Der Desktop hat Mojo Voice keine Taste gegeben.</translation>
    </message>
    <message>
        <source>The desktop gives us a session without a keyboard.</source>
        <translation>Der Desktop gibt uns eine Sitzung ohne Tastatur.</translation>
    </message>
    <message>
        <source>The desktop lets Mojo Voice press no keys.</source>
        <translation>Der Desktop lässt Mojo Voice keine Tasten drücken.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer {member}: {what}.</source>
        <translation>Das Portal des Desktops antwortet auf {member} nicht: {what}.</translation>
    </message>
    <message>
        <source>The desktop, or you, said no.</source>
        <translation>Der Desktop oder du hat Nein gesagt.</translation>
    </message>
    <message>
        <source>The disk takes no more of the history.</source>
        <translation>Die Platte nimmt nichts mehr vom Verlauf auf.</translation>
    </message>
    <message>
        <source>The history cannot be kept in {folder}: {why}.</source>
        <translation>Der Verlauf kann nicht in {folder} liegen: {why}.</translation>
    </message>
    <message>
        <source>The history cannot be used.</source>
        <translation>Der Verlauf ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>The history cannot be written.</source>
        <translation>Der Verlauf lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The history in the settings restores them, or `mojovoice recovered`.</source>
        <translation>Der Verlauf in den Einstellungen stellt sie wieder her, oder `mojovoice recovered`.</translation>
    </message>
    <message>
        <source>The history is broken.</source>
        <translation>Der Verlauf ist beschädigt.</translation>
    </message>
    <message>
        <source>The history was broken and begins anew.</source>
        <translation>Der Verlauf war beschädigt und beginnt neu.</translation>
    </message>
    <message>
        <source>The history was written by a newer Mojo Voice.</source>
        <translation>Der Verlauf stammt von einem neueren Mojo Voice.</translation>
    </message>
    <message>
        <source>The hub answered {status}.</source>
        <translation>Der Hub antwortete {status}.</translation>
    </message>
    <message>
        <source>The hub cannot be reached ({kind}).</source>
        <translation>Der Hub ist nicht zu erreichen ({kind}).</translation>
    </message>
    <message>
        <source>The hub does not give the model {model} to everybody.</source>
        <translation>Der Hub gibt das Modell {model} nicht jedem.</translation>
    </message>
    <message>
        <source>The hub does not say how large {file} is.</source>
        <translation>Der Hub sagt nicht, wie groß {file} ist.</translation>
    </message>
    <message>
        <source>The hub has no model {model}, or does not give it to everybody.</source>
        <translation>Der Hub hat kein Modell {model} oder gibt es nicht jedem.</translation>
    </message>
    <message>
        <source>The hub sent nothing for {file}.</source>
        <translation>Der Hub schickte nichts für {file}.</translation>
    </message>
    <message>
        <source>The keyring does not answer ({kind}).</source>
        <translation>Der Schlüsselbund antwortet nicht ({kind}).</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The last dictation could not be turned into text.</source>
        <translation>Aus dem letzten Diktat konnte kein Text werden.</translation>
    </message>
    <message>
        <source>The log has the details.</source>
        <translation>Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The log says why.</source>
        <translation>Das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The message bus does not answer.</source>
        <translation>Der Nachrichtenbus antwortet nicht.</translation>
    </message>
    <message>
        <source>The message bus is gone.</source>
        <translation>Der Nachrichtenbus ist weg.</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; fits more than one: {there}.</source>
        <translation>Das Mikrofon „{name}“ passt auf mehrere: {there}.</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; is not there: {there}.</source>
        <translation>Das Mikrofon „{name}“ ist nicht da: {there}.</translation>
    </message>
    <message>
        <source>The microphone gives no sound at all.</source>
        <translation>Das Mikrofon gibt gar keinen Ton.</translation>
    </message>
    <message>
        <source>The microphone is gone.</source>
        <translation>Das Mikrofon ist weg.</translation>
    </message>
    <message>
        <source>The microphone was not ready yet.</source>
        <translation>Das Mikrofon war noch nicht bereit.</translation>
    </message>
    <message>
        <source>The microphone {device} could not be opened.</source>
        <translation>Das Mikrofon {device} ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The microphone {device} does not answer.</source>
        <translation>Das Mikrofon {device} antwortet nicht.</translation>
    </message>
    <message>
        <source>The model cannot be copied to {into}: {why}.</source>
        <translation>Das Modell lässt sich nicht nach {into} kopieren: {why}.</translation>
    </message>
    <message>
        <source>The model failed while it was transcribing.</source>
        <translation>Das Modell ist beim Transkribieren gescheitert.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read: {why}.</source>
        <translation>Das Modell in {folder} ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>The model in {folder} does not fit into the memory of the {device}.</source>
        <translation>Das Modell in {folder} passt nicht in den Speicher des Geräts {device}.</translation>
    </message>
    <message>
        <source>The model in {folder} has no {missing}.</source>
        <translation>Dem Modell in {folder} fehlt: {missing}.</translation>
    </message>
    <message>
        <source>The model in {folder} is damaged or not a Whisper model.</source>
        <translation>Das Modell in {folder} ist beschädigt oder kein Whisper-Modell.</translation>
    </message>
    <message>
        <source>The model in {folder} is damaged: its checksum is wrong.</source>
        <translation>Das Modell in {folder} ist beschädigt: Die Prüfsumme stimmt nicht.</translation>
    </message>
    <message>
        <source>The model in {folder} is not a Whisper model of CTranslate2.</source>
        <translation>Das Modell in {folder} ist kein Whisper-Modell für CTranslate2.</translation>
    </message>
    <message>
        <source>The model in {folder} is not a complete Whisper model.</source>
        <translation>Das Modell in {folder} ist kein vollständiges Whisper-Modell.</translation>
    </message>
    <message>
        <source>The model {into} cannot be written to {folder}: {why}.</source>
        <translation>Das Modell {into} lässt sich nicht nach {folder} schreiben: {why}.</translation>
    </message>
    <message>
        <source>The model {into} must be unpacked: {reason}</source>
        <translation>Das Modell {into} muss entpackt werden: {reason}</translation>
    </message>
    <message>
        <source>The model {model} cannot be written to {models}: {why}.</source>
        <translation>Das Modell {model} lässt sich nicht nach {models} schreiben: {why}.</translation>
    </message>
    <message>
        <source>The model {model} did not arrive.</source>
        <translation>Das Modell {model} ist nicht angekommen.</translation>
    </message>
    <message>
        <source>The model {model} did not arrive: {why}</source>
        <translation>Das Modell {model} kam nicht an: {why}</translation>
    </message>
    <message>
        <source>The model {model} is being downloaded by another program already.</source>
        <translation>Das Modell {model} wird schon von einem anderen Programm heruntergeladen.</translation>
    </message>
    <message>
        <source>The model {model} is here.</source>
        <translation>Das Modell {model} ist da.</translation>
    </message>
    <message>
        <source>The model {name} cannot be deleted: {why}.</source>
        <translation>Das Modell {name} lässt sich nicht löschen: {why}.</translation>
    </message>
    <message>
        <source>The model {name} is being downloaded by another program.</source>
        <translation>Das Modell {name} wird von einem anderen Programm heruntergeladen.</translation>
    </message>
    <message>
        <source>The model {name} is not on this machine.</source>
        <translation>Das Modell {name} ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The model&apos;s packages are damaged.</source>
        <translation>Die Pakete des Modells sind beschädigt.</translation>
    </message>
    <message>
        <source>The package pynput, which hears keys here, does not work.</source>
        <translation>Das Paket pynput, das hier die Tasten hört, funktioniert nicht.</translation>
    </message>
    <message>
        <source>The path {path} is too long for a socket.</source>
        <translation>Der Pfad {path} ist zu lang für einen Socket.</translation>
    </message>
    <message>
        <source>The push-to-talk key cannot be heard.</source>
        <translation>Die Sprechtaste ist nicht zu hören.</translation>
    </message>
    <message>
        <source>The push-to-talk key does not work.</source>
        <translation>Die Sprechtaste funktioniert nicht.</translation>
    </message>
    <message>
        <source>The recording did not begin.</source>
        <translation>Die Aufnahme hat nicht begonnen.</translation>
    </message>
    <message>
        <source>The recording is kept: see `mojovoice recovered`.</source>
        <translation>Die Aufnahme ist aufgehoben: siehe `mojovoice recovered`.</translation>
    </message>
    <message>
        <source>The settings cannot be written to {path}: {why}.</source>
        <translation>Die Einstellungen lassen sich nicht nach {path} schreiben: {why}.</translation>
    </message>
    <message>
        <source>The socket in {runtime} is another user&apos;s.</source>
        <translation>Der Socket in {runtime} gehört jemand anderem.</translation>
    </message>
    <message>
        <source>The sound cannot be played.</source>
        <translation>Der Ton lässt sich nicht abspielen.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation>Die Ton-Bibliothek PortAudio fehlt.</translation>
    </message>
    <message>
        <source>The sound server does not answer.</source>
        <translation>Der Tonserver antwortet nicht.</translation>
    </message>
    <message>
        <source>The sound server does not let this program in.</source>
        <translation>Der Tonserver lässt dieses Programm nicht herein.</translation>
    </message>
    <message>
        <source>The sound system does not answer.</source>
        <translation>Das Tonsystem antwortet nicht.</translation>
    </message>
    <message>
        <source>The speech models cannot be loaded.</source>
        <translation>Die Sprachmodelle lassen sich nicht laden.</translation>
    </message>
    <message>
        <source>The system does not let this program use the microphone {device}.</source>
        <translation>Das System lässt dieses Programm nicht an das Mikrofon {device}.</translation>
    </message>
    <message>
        <source>The text cannot be copied.</source>
        <translation>Der Text lässt sich nicht kopieren.</translation>
    </message>
    <message>
        <source>The text could not be brought there.</source>
        <translation>Der Text ließ sich nicht dorthin bringen.</translation>
    </message>
    <message>
        <source>The text could not be inserted.</source>
        <translation>Der Text konnte nicht eingefügt werden.</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Der Text liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The text is pasted where your cursor is, by {way}.</source>
        <translation>Der Text wird an der Schreibmarke eingefügt, über {way}.</translation>
    </message>
    <message>
        <source>The text waits on the clipboard until you paste it, by {way}.</source>
        <translation>Der Text wartet in der Zwischenablage aufs Einfügen, über {way}.</translation>
    </message>
    <message>
        <source>The way to the sound server is missing.</source>
        <translation>Der Weg zum Tonserver fehlt.</translation>
    </message>
    <message>
        <source>The {cancel} key alone cannot cancel.</source>
        <translation>Die Taste {cancel} allein kann nicht abbrechen.</translation>
    </message>
    <message>
        <source>There are two {name} keys.</source>
        <translation>Es gibt zwei Tasten {name}.</translation>
    </message>
    <message>
        <source>There is a model called {into} already.</source>
        <translation>Es gibt schon ein Modell namens {into}.</translation>
    </message>
    <message>
        <source>There is no CTranslate2 Whisper model in {folder}.</source>
        <translation>In {folder} ist kein Whisper-Modell für CTranslate2.</translation>
    </message>
    <message>
        <source>There is no X display to insert text on.</source>
        <translation>Es gibt kein X-Display, um Text einzufügen.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>There is no key called “{name}” (in “{text}”).</source>
        <translation>Es gibt keine Taste namens „{name}“ (in „{text}“).</translation>
    </message>
    <message>
        <source>There is no key called “{name}”.</source>
        <translation>Es gibt keine Taste namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no message bus here.</source>
        <translation>Hier gibt es keinen Nachrichtenbus.</translation>
    </message>
    <message>
        <source>There is no microphone.</source>
        <translation>Es gibt kein Mikrofon.</translation>
    </message>
    <message>
        <source>There is no model called {asked}.</source>
        <translation>Es gibt kein Modell namens {asked}.</translation>
    </message>
    <message>
        <source>There is no model called {name} in {models}.</source>
        <translation>In {models} gibt es kein Modell namens {name}.</translation>
    </message>
    <message>
        <source>There is no model called {name}.</source>
        <translation>Es gibt kein Modell namens {name}.</translation>
    </message>
    <message>
        <source>There is no model in {asked}.</source>
        <translation>In {asked} ist kein Modell.</translation>
    </message>
    <message>
        <source>There is no model in {folder}.</source>
        <translation>In {folder} ist kein Modell.</translation>
    </message>
    <message>
        <source>There is no model to turn it into text.</source>
        <translation>Es gibt kein Modell, das daraus Text macht.</translation>
    </message>
    <message>
        <source>There is no screen here: neither WAYLAND_DISPLAY nor DISPLAY is set.</source>
        <translation>Hier ist kein Bildschirm: Weder WAYLAND_DISPLAY noch DISPLAY ist gesetzt.</translation>
    </message>
    <message>
        <source>There is no screen to show the tray icon on.</source>
        <translation>Es gibt keinen Bildschirm für das Symbol im Infobereich.</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>Für dieses Modell reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>This X server lets nobody listen to keys.</source>
        <translation>Dieser X-Server lässt niemanden auf Tasten hören.</translation>
    </message>
    <message>
        <source>This compositor lends its clipboard to no program.</source>
        <translation>Dieser Compositor leiht seine Zwischenablage keinem Programm.</translation>
    </message>
    <message>
        <source>This desktop has no keyring, so the secret is not kept.</source>
        <translation>Dieser Desktop hat keinen Schlüsselbund; das Geheimnis wird nicht aufgehoben.</translation>
    </message>
    <message>
        <source>This desktop has no portal for keys.</source>
        <translation>Dieser Desktop hat kein Portal für Tasten.</translation>
    </message>
    <message>
        <source>This keyboard has no {keysym} key.</source>
        <translation>Diese Tastatur hat keine Taste {keysym}.</translation>
    </message>
    <message>
        <source>This recording has no copy on disk: {why}.</source>
        <translation>Diese Aufnahme hat keine Kopie auf der Platte: {why}.</translation>
    </message>
    <message>
        <source>Those are ctrl, shift, alt and super, as in ctrl+alt+space.</source>
        <translation>Das sind ctrl, shift, alt und super, wie in ctrl+alt+space.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again later: it goes on where it stopped.</source>
        <translation>Bitte später noch einmal versuchen: Es geht dort weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try another file, or convert it to WAV.</source>
        <translation>Bitte eine andere Datei versuchen oder in WAV umwandeln.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Bitte entsperren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Unset it and try again.</source>
        <translation>Bitte die Variable löschen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Update this one, or move {path} away.</source>
        <translation>Bitte dieses aktualisieren oder {path} wegräumen.</translation>
    </message>
    <message>
        <source>Use `mojovoice transcribe-file`.</source>
        <translation>Bitte `mojovoice transcribe-file` benutzen.</translation>
    </message>
    <message>
        <source>Wait for it, or end it there.</source>
        <translation>Bitte darauf warten oder es dort beenden.</translation>
    </message>
    <message>
        <source>What has arrived of {name} cannot be deleted: {why}.</source>
        <translation>Was von {name} angekommen ist, lässt sich nicht löschen: {why}.</translation>
    </message>
    <message>
        <source>What held before goes on.</source>
        <translation>Es gilt weiter, was vorher galt.</translation>
    </message>
    <message>
        <source>What was there is now {kept}.</source>
        <translation>Was da war, heißt jetzt {kept}.</translation>
    </message>
    <message>
        <source>Which key it is, the desktop&apos;s settings say: {chord} alone cannot be, so it is offered ctrl+alt+space.</source>
        <translation>Welche Taste es ist, sagen die Einstellungen des Desktops: {chord} allein geht nicht, darum wird ctrl+alt+space angeboten.</translation>
    </message>
    <message>
        <source>Which key it is, the desktop&apos;s settings say; it is offered yours.</source>
        <translation>Welche Taste es ist, sagen die Einstellungen des Desktops; angeboten wird die gewählte.</translation>
    </message>
    <message>
        <source>Windows starts no command of more than {longest} characters.</source>
        <translation>Windows startet keinen Befehl von mehr als {longest} Zeichen.</translation>
    </message>
    <message>
        <source>Without its tray icon Mojo Voice cannot paste on {session}.</source>
        <translation>Ohne Symbol im Infobereich kann Mojo Voice unter {session} nicht einfügen.</translation>
    </message>
    <message>
        <source>Write OWNER/NAME.</source>
        <translation>Bitte BESITZER/NAME schreiben.</translation>
    </message>
    <message>
        <source>You went to another window; the text is on the clipboard.</source>
        <translation>Das Fenster wurde gewechselt; der Text liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>`mojovoice daemon logs` may say why.</source>
        <translation>`mojovoice daemon logs` sagt vielleicht, warum.</translation>
    </message>
    <message>
        <source>`mojovoice daemon logs` may say why; if it stays so, end it and start it again.</source>
        <translation>`mojovoice daemon logs` sagt vielleicht, warum; bleibt es so, bitte beenden und neu starten.</translation>
    </message>
    <message>
        <source>`mojovoice models` lists what there is.</source>
        <translation>`mojovoice models` zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>`pip install mojovoice[cuda]` brings it</source>
        <translation>`pip install mojovoice[cuda]` bringt es mit</translation>
    </message>
    <message>
        <source>a guess at 5 s of speech takes it {takes:.2f} s and saves {saves:.2f} s at the very best</source>
        <translation>ein Vorschlag für 5 s Sprache kostet ihn {takes:.2f} s und spart bestenfalls {saves:.2f} s</translation>
    </message>
    <message>
        <source>a probe encode on it succeeded</source>
        <translation>ein Probelauf darauf gelang</translation>
    </message>
    <message>
        <source>a step call failed: {why}</source>
        <translation>ein Schritt schlug fehl: {why}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>ein Text, der nicht leer ist</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>eine ganze Zahl von {least} bis {most}</translation>
    </message>
    <message>
        <source>an address that begins with http:// or https://, or empty</source>
        <translation>eine Adresse, die mit http:// oder https:// beginnt, oder leer</translation>
    </message>
    <message>
        <source>auto or a language code such as en, de or fr</source>
        <translation>auto oder ein Sprachkürzel wie en, de oder fr</translation>
    </message>
    <message>
        <source>auto, mix or a number from 1 to 32</source>
        <translation>auto, mix oder eine Zahl von 1 bis 32</translation>
    </message>
    <message>
        <source>chosen in the settings</source>
        <translation>in den Einstellungen gewählt</translation>
    </message>
    <message>
        <source>it cannot pay on this machine</source>
        <translation>auf diesem Rechner kann er sich nicht lohnen</translation>
    </message>
    <message>
        <source>it did not pay in this session: {figures}</source>
        <translation>in dieser Sitzung lohnte er sich nicht: {figures}</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>es antwortet nicht</translation>
    </message>
    <message>
        <source>it has no tokenizer.json</source>
        <translation>es hat keine tokenizer.json</translation>
    </message>
    <message>
        <source>it took {spent:.2f} s and saved {saved:.2f} s</source>
        <translation>er kostete {spent:.2f} s und sparte {saved:.2f} s</translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation>es wurde so verlangt</translation>
    </message>
    <message>
        <source>its portal is not asked</source>
        <translation>sein Portal wird nicht gefragt</translation>
    </message>
    <message>
        <source>its portal would press them if you allow it in the settings, under Insertion</source>
        <translation>sein Portal drückte sie, wenn es in den Einstellungen unter „Einfügen“ erlaubt ist</translation>
    </message>
    <message>
        <source>its tokenizer.json belongs to another model</source>
        <translation>seine tokenizer.json gehört zu einem anderen Modell</translation>
    </message>
    <message>
        <source>its tokenizer.json cannot be read ({why})</source>
        <translation>seine tokenizer.json ist nicht lesbar ({why})</translation>
    </message>
    <message>
        <source>lines such as firefox = &quot;ctrl+v&quot;</source>
        <translation>Zeilen wie firefox = &quot;ctrl+v&quot;</translation>
    </message>
    <message>
        <source>macOS does not let Mojo Voice hear the keys.</source>
        <translation>macOS lässt Mojo Voice die Tasten nicht hören.</translation>
    </message>
    <message>
        <source>no CUDA device was found</source>
        <translation>es wurde kein CUDA-Gerät gefunden</translation>
    </message>
    <message>
        <source>no draft model is chosen</source>
        <translation>es ist kein Entwurfsmodell gewählt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>eines von {choices}</translation>
    </message>
    <message>
        <source>the X server</source>
        <translation>den X-Server</translation>
    </message>
    <message>
        <source>the clipboard alone: {obstacle}</source>
        <translation>die Zwischenablage allein: {obstacle}</translation>
    </message>
    <message>
        <source>the clipboard and keys of display {display}</source>
        <translation>die Zwischenablage und die Tasten von Display {display}</translation>
    </message>
    <message>
        <source>the clipboard and paste keys</source>
        <translation>die Zwischenablage und Einfügetasten</translation>
    </message>
    <message>
        <source>the compositor&apos;s clipboard</source>
        <translation>die Zwischenablage des Compositors</translation>
    </message>
    <message>
        <source>the desktop has no portal for keys</source>
        <translation>der Desktop hat kein Portal für Tasten</translation>
    </message>
    <message>
        <source>the desktop has none</source>
        <translation>der Desktop hat keines</translation>
    </message>
    <message>
        <source>the desktop&apos;s portal does not answer</source>
        <translation>das Portal des Desktops antwortet nicht</translation>
    </message>
    <message>
        <source>the desktop&apos;s portal for shortcuts</source>
        <translation>das Desktop-Portal für Tastenkürzel</translation>
    </message>
    <message>
        <source>the desktop&apos;s portal gives no keyboard</source>
        <translation>das Portal des Desktops gibt keine Tastatur</translation>
    </message>
    <message>
        <source>the draft cannot be loaded: {why}</source>
        <translation>der Entwurf lässt sich nicht laden: {why}</translation>
    </message>
    <message>
        <source>the draft failed: {why}</source>
        <translation>der Entwurf ist gescheitert: {why}</translation>
    </message>
    <message>
        <source>the draft is asked: {why}</source>
        <translation>der Entwurf wird gefragt: {why}</translation>
    </message>
    <message>
        <source>the draft is not asked: {why}</source>
        <translation>der Entwurf wird nicht gefragt: {why}</translation>
    </message>
    <message>
        <source>the graphics card has {free:.1f} GB free, and the models need {least:.1f} GB</source>
        <translation>die Grafikkarte hat {free:.1f} GB frei, und die Modelle brauchen {least:.1f} GB</translation>
    </message>
    <message>
        <source>the kernel&apos;s keyboards</source>
        <translation>die Tastaturen des Kernels</translation>
    </message>
    <message>
        <source>the target&apos;s vocabulary is unknown: {why}</source>
        <translation>der Wortschatz des Modells ist unbekannt: {why}</translation>
    </message>
    <message>
        <source>there is no message bus here</source>
        <translation>hier gibt es keinen Nachrichtenbus</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>this CTranslate2 cannot check several tokens in one pass</source>
        <translation>dieses CTranslate2 kann nicht mehrere Token auf einmal prüfen</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>with {rival} it failed: {error}</source>
        <translation>mit {rival} schlug es fehl: {error}</translation>
    </message>
    <message>
        <source>ydotool is not installed</source>
        <translation>ydotool ist nicht installiert</translation>
    </message>
    <message>
        <source>ydotoold does not run, and /dev/uinput may not be written to</source>
        <translation>ydotoold läuft nicht, und /dev/uinput ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>your programs may read no keyboard</source>
        <translation>Programme dürfen keine Tastatur lesen</translation>
    </message>
    <message>
        <source>{action} {dictation_goes_on}</source>
        <translation>{action} {dictation_goes_on}</translation>
    </message>
    <message>
        <source>{action} {kept}</source>
        <translation>{action} {kept}</translation>
    </message>
    <message>
        <source>{bind} Then choose “None” above.</source>
        <translation>{bind} Dann oben „Keine“ wählen.</translation>
    </message>
    <message>
        <source>{cancel} does not cancel here: the desktop would take it from every program. Choose a cancel key with Ctrl, Alt or Super, or give one to “Cancel the recording” in the desktop&apos;s settings for shortcuts.</source>
        <translation>{cancel} bricht hier nicht ab: Der Desktop nähme die Taste jedem Programm weg. Bitte eine Abbruchtaste mit Strg, Alt oder Super wählen oder in den Tastenkürzeln des Desktops „Aufnahme abbrechen“ eine geben.</translation>
    </message>
    <message>
        <source>{choice}: a listening to 5 s of speech takes {took}</source>
        <translation>{choice}: 5 s Sprache anzuhören dauert {took}</translation>
    </message>
    <message>
        <source>{choice}: {rival} was not compared, it would take much of the free memory</source>
        <translation>{choice}: {rival} wurde nicht verglichen, es nähme viel vom freien Speicher</translation>
    </message>
    <message>
        <source>{chord} is a shortcut that programs need: it would be taken from all of them.</source>
        <translation>{chord} brauchen die Programme selbst: Es würde ihnen allen weggenommen.</translation>
    </message>
    <message>
        <source>{chord} is needed for writing: it would be typed while you hold it.</source>
        <translation>{chord} wird zum Schreiben gebraucht: Beim Halten würde es getippt.</translation>
    </message>
    <message>
        <source>{clipboard} alone: this compositor takes no keys from programs; {portal}; {ydotool}</source>
        <translation>{clipboard} allein: Dieser Compositor nimmt von Programmen keine Tasten an; {portal}; {ydotool}</translation>
    </message>
    <message>
        <source>{clipboard}, and a keyboard of our own</source>
        <translation>{clipboard} und eine eigene Tastatur</translation>
    </message>
    <message>
        <source>{clipboard}, and keys by the desktop&apos;s portal, if you have agreed when it asked</source>
        <translation>{clipboard} und Tasten über das Portal des Desktops, wenn dem zugestimmt wurde</translation>
    </message>
    <message>
        <source>{clipboard}, and keys by ydotool</source>
        <translation>{clipboard} und Tasten über ydotool</translation>
    </message>
    <message>
        <source>{desktop}: no key is chosen, so Mojo Voice listens to none.</source>
        <translation>{desktop}: Es ist keine Taste gewählt, also hört Mojo Voice auf keine.</translation>
    </message>
    <message>
        <source>{desktop}: no program may listen to keys by itself here ({why}).</source>
        <translation>{desktop}: Hier darf kein Programm von sich aus auf Tasten hören ({why}).</translation>
    </message>
    <message>
        <source>{desktop}: your key works in every window. It is heard by {way}. {remark}</source>
        <translation>{desktop}: Die Taste geht in jedem Fenster. Gehört wird sie über {way}. {remark}</translation>
    </message>
    <message>
        <source>{file} arrived damaged from the hub.</source>
        <translation>{file} kam beschädigt vom Hub an.</translation>
    </message>
    <message>
        <source>{file} cannot be changed: {why}.</source>
        <translation>{file} lässt sich nicht ändern: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>{file} lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <source>{file} is no format to export to.</source>
        <translation>{file} ist kein Format zum Exportieren.</translation>
    </message>
    <message>
        <source>{first} tokens in a pass ({smallest} to {largest}): reading takes {took}</source>
        <translation>{first} Token je Durchgang ({smallest} bis {largest}): Lesen dauert {took}</translation>
    </message>
    <message>
        <source>{history} cannot be read: {why}.</source>
        <translation>{history} ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>{into} is in the way: it holds no model.</source>
        <translation>{into} ist im Weg: Es ist kein Modell darin.</translation>
    </message>
    <message>
        <source>{key} is not an option of Mojo Voice. Did you mean {near}?</source>
        <translation>{key} ist keine Einstellung von Mojo Voice. War {near} gemeint?</translation>
    </message>
    <message>
        <source>{key} is not an option of Mojo Voice. It is left alone.</source>
        <translation>{key} ist keine Einstellung von Mojo Voice und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{key} must be a section.</source>
        <translation>{key} muss ein Abschnitt sein.</translation>
    </message>
    <message>
        <source>{key} works in every window once you bind it in the compositor; the lines below say how.</source>
        <translation>{key} geht in jedem Fenster, sobald die Taste im Compositor belegt ist; die Zeilen unten sagen, wie.</translation>
    </message>
    <message>
        <source>{key}: &quot;{value}&quot; for {name} is none of {allowed}.</source>
        <translation>{key}: „{value}“ für {name} ist keines von {allowed}.</translation>
    </message>
    <message>
        <source>{leisure:.0f} s of speech at once, {hurry:.0f} s while somebody waits: encoding takes {took}</source>
        <translation>{leisure:.0f} s Sprache auf einmal, {hurry:.0f} s, während jemand wartet: Kodieren dauert {took}</translation>
    </message>
    <message>
        <source>{library} cannot be loaded ({why})</source>
        <translation>{library} lässt sich nicht laden ({why})</translation>
    </message>
    <message>
        <source>{library} is missing</source>
        <translation>{library} fehlt</translation>
    </message>
    <message>
        <source>{lock} cannot be opened: {why}.</source>
        <translation>{lock} lässt sich nicht öffnen: {why}.</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} gibt es schon.</translation>
    </message>
    <message>
        <source>{needed:.0f} MB are needed in {folder} and {free:.0f} MB are free.</source>
        <translation>In {folder} werden {needed:.0f} MB gebraucht, und {free:.0f} MB sind frei.</translation>
    </message>
    <message>
        <source>{number:.0f} minutes</source>
        <translation>{number:.0f} Minuten</translation>
    </message>
    <message>
        <source>{number:.0f} seconds</source>
        <translation>{number:.0f} Sekunden</translation>
    </message>
    <message>
        <source>{number} languages</source>
        <translation>{number} Sprachen</translation>
    </message>
    <message>
        <source>{obstacle}.</source>
        <translation>{obstacle}.</translation>
    </message>
    <message>
        <source>{other} cannot both talk and cancel.</source>
        <translation>{other} kann nicht zugleich Sprech- und Abbruchtaste sein.</translation>
    </message>
    <message>
        <source>{ours_s:.2f} s with {ours}, {theirs_s:.2f} s with {theirs}</source>
        <translation>{ours_s:.2f} s mit {ours}, {theirs_s:.2f} s mit {theirs}</translation>
    </message>
    <message>
        <source>{path} cannot be moved to {place}: {why}.</source>
        <translation>{path} lässt sich nicht nach {place} verschieben: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {why}.</source>
        <translation>{path} lässt sich nicht öffnen: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path} ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>{path} is not TOML: {why}.</source>
        <translation>{path} ist kein TOML: {why}.</translation>
    </message>
    <message>
        <source>{path} is not UTF-8 text.</source>
        <translation>{path} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} ist keine Datei.</translation>
    </message>
    <message>
        <source>{path} is not a sound file.</source>
        <translation>{path} ist keine Tondatei.</translation>
    </message>
    <message>
        <source>{path} is not the vocabulary of the old mojovoice.</source>
        <translation>{path} ist nicht der Wortschatz des alten mojovoice.</translation>
    </message>
    <message>
        <source>{path} is too large for a settings file.</source>
        <translation>{path} ist zu groß für eine Einstellungsdatei.</translation>
    </message>
    <message>
        <source>{path} is written in a way that cannot be changed.</source>
        <translation>{path} ist so geschrieben, dass es sich nicht ändern lässt.</translation>
    </message>
    <message>
        <source>{path} may not be read.</source>
        <translation>{path} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{repo_id} holds no CTranslate2 Whisper model.</source>
        <translation>{repo_id} enthält kein Whisper-Modell für CTranslate2.</translation>
    </message>
    <message>
        <source>{row} is {raw}, but must be {what_is_allowed}.</source>
        <translation>{row} ist {raw}, muss aber sein: {what_is_allowed}.</translation>
    </message>
    <message>
        <source>{runtime} belongs to another user.</source>
        <translation>{runtime} gehört jemand anderem.</translation>
    </message>
    <message>
        <source>{runtime} cannot be made: {why}.</source>
        <translation>{runtime} lässt sich nicht anlegen: {why}.</translation>
    </message>
    <message>
        <source>{runtime} is a link or a file.</source>
        <translation>{runtime} ist eine Verknüpfung oder eine Datei.</translation>
    </message>
    <message>
        <source>{section} is a value in the settings file, but must be a section.</source>
        <translation>{section} ist in der Einstellungsdatei ein Wert, muss aber ein Abschnitt sein.</translation>
    </message>
    <message>
        <source>{sentence} The key before it still works.</source>
        <translation>{sentence} Die vorige Taste geht weiterhin.</translation>
    </message>
    <message>
        <source>{takes:.0f} ms for {tokens}</source>
        <translation>{takes:.0f} ms für {tokens}</translation>
    </message>
    <message>
        <source>{takes:.2f} s for {sound:.0f} s</source>
        <translation>{takes:.2f} s für {sound:.0f} s</translation>
    </message>
    <message>
        <source>{threads} threads</source>
        <translation>{threads} Threads</translation>
    </message>
    <message>
        <source>{what} It is left out.</source>
        <translation>{what} Es wird weggelassen.</translation>
    </message>
    <message>
        <source>{what} The default {value} is used.</source>
        <translation>{what} Es gilt die Voreinstellung {value}.</translation>
    </message>
    <message>
        <source>{what} The defaults are used.</source>
        <translation>{what} Es gelten die Voreinstellungen.</translation>
    </message>
    <message>
        <source>{what} {do}</source>
        <translation>{what} {do}</translation>
    </message>
    <message>
        <source>{why}.</source>
        <translation>{why}.</translation>
    </message>
    <message>
        <source>“{name}” in “{text}” is not a key to hold together with another one.</source>
        <translation>„{name}“ in „{text}“ ist keine Taste, die mit einer anderen zusammen gehalten wird.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>About and diagnosis</source>
        <translation>Über und Diagnose</translation>
    </message>
    <message>
        <source>Changed in the settings file: {options}.</source>
        <translation>In der Einstellungsdatei geändert: {options}.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Saved: {options}.</source>
        <translation>Gespeichert: {options}.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Undone: {options}.</source>
        <translation>Zurückgenommen: {options}.</translation>
    </message>
</context>
<context>
    <name>SpeakBox</name>
    <message>
        <source>&amp;Speak</source>
        <translation>S&amp;prechen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>St&amp;opp</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Ich höre zu …</translation>
    </message>
    <message>
        <source>Nothing was heard. Is this the right microphone, and is it loud enough?</source>
        <translation>Es war nichts zu hören. Ist es das richtige Mikrofon, und ist es laut genug?</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>The speech models are being loaded; you may speak already.</source>
        <translation>Die Sprachmodelle werden geladen; sprechen geht schon.</translation>
    </message>
    <message>
        <source>What you say appears here</source>
        <translation>Was du sagst, erscheint hier</translation>
    </message>
    <message>
        <source>What you say appears here.</source>
        <translation>Was du sagst, erscheint hier.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Ich schreibe …</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>What works</source>
        <translation>Was funktioniert</translation>
    </message>
</context>
<context>
    <name>TokenBox</name>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>A token is in the keyring.</source>
        <translation>Im Schlüsselbund liegt ein Token.</translation>
    </message>
    <message>
        <source>There is no token; public models need none.</source>
        <translation>Es gibt kein Token; öffentliche Modelle brauchen keines.</translation>
    </message>
    <message>
        <source>Token for private models</source>
        <translation>Token für private Modelle</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy last text</source>
        <translation>Letzten Text kopieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Start dictation</source>
        <translation>Diktat beginnen</translation>
    </message>
    <message>
        <source>Stop and insert</source>
        <translation>Beenden und einfügen</translation>
    </message>
    <message>
        <source>heard no speech</source>
        <translation>keine Sprache gehört</translation>
    </message>
    <message>
        <source>listening…</source>
        <translation>hört zu …</translation>
    </message>
    <message>
        <source>loading the speech models…</source>
        <translation>lädt die Sprachmodelle …</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>something went wrong</source>
        <translation>etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>schreibt …</translation>
    </message>
</context>
<context>
    <name>TrialStep</name>
    <message>
        <source>Dictate into this field. It works the same in every other window.</source>
        <translation>In dieses Feld diktieren. In jedem anderen Fenster geht es genauso.</translation>
    </message>
    <message>
        <source>Hold {key}, speak, let go.</source>
        <translation>{key} halten, sprechen, loslassen.</translation>
    </message>
    <message>
        <source>Hold {key}, speak, let go; or tap it, speak, tap it again.</source>
        <translation>{key} halten, sprechen, loslassen; oder antippen, sprechen, wieder antippen.</translation>
    </message>
    <message>
        <source>If none is bound yet, press Speak or click the tray icon.</source>
        <translation>Ist noch keine belegt: „Sprechen“ drücken oder auf das Symbol im Infobereich klicken.</translation>
    </message>
    <message>
        <source>No key is chosen: press Speak or click the tray icon, speak, and do it again.</source>
        <translation>Keine Taste gewählt: „Sprechen“ drücken oder auf das Symbol im Infobereich klicken, sprechen, und noch einmal.</translation>
    </message>
    <message>
        <source>Press the key that you bound, speak, and let go or press it again.</source>
        <translation>Die belegte Taste drücken, sprechen und loslassen oder wieder drücken.</translation>
    </message>
    <message>
        <source>Press {key}, speak, press it again.</source>
        <translation>{key} drücken, sprechen, wieder drücken.</translation>
    </message>
    <message>
        <source>That is all. Mojo Voice stays in the tray.</source>
        <translation>Das ist alles. Mojo Voice bleibt im Infobereich.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>the key that your desktop gave you</source>
        <translation>die Taste, die der Desktop vergeben hat</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Where the wait went</source>
        <translation>Wo die Wartezeit blieb</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>encode</source>
        <translation>Kodieren</translation>
    </message>
    <message>
        <source>insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>speech?</source>
        <translation>Sprache?</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>der Rest</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>Prüfen</translation>
    </message>
</context>
</TS>

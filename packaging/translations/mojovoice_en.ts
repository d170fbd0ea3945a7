<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n dictations are in {file}.</source>
        <translation>
            <numerusform>%n dictation is in {file}.</numerusform>
            <numerusform>%n dictations are in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget these %n dictations?</source>
        <translation>
            <numerusform>Forget this dictation?</numerusform>
            <numerusform>Forget these %n dictations?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OldMojovoice</name>
    <message numerus="yes">
        <source>%n are older than this history remembers.</source>
        <translation>
            <numerusform>%n is older than this history remembers.</numerusform>
            <numerusform>%n are older than this history remembers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dictations were taken over.</source>
        <translation>
            <numerusform>%n dictation was taken over.</numerusform>
            <numerusform>%n dictations were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines could not be read.</source>
        <translation>
            <numerusform>%n line could not be read.</numerusform>
            <numerusform>%n lines could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The old mojovoice left %n dictations that are not in this history.</source>
        <translation>
            <numerusform>The old mojovoice left %n dictation that is not in this history.</numerusform>
            <numerusform>The old mojovoice left %n dictations that are not in this history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The old mojovoice was taught %n words, which can become the prompt.</source>
        <translation>
            <numerusform>The old mojovoice was taught %n word, which can become the prompt.</numerusform>
            <numerusform>The old mojovoice was taught %n words, which can become the prompt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>Forgotten: %n dictations, and all recordings and logs but those in use.</source>
        <translation>
            <numerusform>Forgotten: one dictation, and all recordings and logs but those in use.</numerusform>
            <numerusform>Forgotten: %n dictations, and all recordings and logs but those in use.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>after a number</comment>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>dictations</source>
        <comment>after a number</comment>
        <translation>
            <numerusform>dictation</numerusform>
            <numerusform>dictations</numerusform>
        </translation>
    </message>
</context>
</TS>

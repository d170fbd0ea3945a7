<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>Forget these %n dictations?</source>
        <translation>
            <numerusform>Forget this dictation?</numerusform>
            <numerusform>Forget these %n dictations?</numerusform>
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

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgendaPanel</name>
    <message numerus="yes">
        <source>%n item(s) without a presenter</source>
        <translation>
            <numerusform>%n item without a presenter</numerusform>
            <numerusform>%n items without a presenter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignmentPanel</name>
    <message numerus="yes">
        <source>Earlier tasks: %n still without a result</source>
        <translation>
            <numerusform>Earlier tasks: %n still without a result</numerusform>
            <numerusform>Earlier tasks: %n still without a result</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Earlier tasks: %n, all with a result</source>
        <translation>
            <numerusform>Earlier tasks: %n, all with a result</numerusform>
            <numerusform>Earlier tasks: %n, all with a result</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) given at this meeting</source>
        <translation>
            <numerusform>%n task given at this meeting</numerusform>
            <numerusform>%n tasks given at this meeting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a result</source>
        <translation>
            <numerusform>%n without a result</numerusform>
            <numerusform>%n without a result</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendancePanel</name>
    <message numerus="yes">
        <source>%n not marked yet</source>
        <translation>
            <numerusform>%n not marked yet</numerusform>
            <numerusform>%n not marked yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a reason</source>
        <translation>
            <numerusform>%n without a reason</numerusform>
            <numerusform>%n without a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%n change(s), the last: {act}</source>
        <translation>
            <numerusform>%n change, the last: {act}</numerusform>
            <numerusform>%n changes, the last: {act}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything will be as it was on {when}, without the %n later change(s).</source>
        <translation>
            <numerusform>Everything will be as it was on {when}, without the %n later change.</numerusform>
            <numerusform>Everything will be as it was on {when}, without the %n later changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookPanel</name>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookPasswordDialog</name>
    <message numerus="yes">
        <source>after %n minute(s)</source>
        <translation>
            <numerusform>after %n minute</numerusform>
            <numerusform>after %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeState</name>
    <message numerus="yes">
        <source>%n letter(s) to go</source>
        <translation>
            <numerusform>%n letter to go</numerusform>
            <numerusform>%n letters to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectDialog</name>
    <message numerus="yes">
        <source>%n packet(s) are sealed for the office.</source>
        <translation>
            <numerusform>%n packet is sealed for the office.</numerusform>
            <numerusform>%n packets are sealed for the office.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsDialog</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message numerus="yes">
        <source>%n raised</source>
        <translation>
            <numerusform>%n raised</numerusform>
            <numerusform>%n raised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverLines</name>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n open task</numerusform>
            <numerusform>%n open tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) in force</source>
        <translation>
            <numerusform>%n document in force</numerusform>
            <numerusform>%n documents in force</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n petition(s) without an answer</source>
        <translation>
            <numerusform>%n petition without an answer</numerusform>
            <numerusform>%n petitions without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) to know of</source>
        <translation>
            <numerusform>%n member to know of</numerusform>
            <numerusform>%n members to know of</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) unfinished</source>
        <translation>
            <numerusform>%n thing unfinished</numerusform>
            <numerusform>%n things unfinished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadcountCard</name>
    <message numerus="yes">
        <source>Adds up to %n member(s)</source>
        <translation>
            <numerusform>Adds up to %n member</numerusform>
            <numerusform>Adds up to %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) not marked yet</source>
        <translation>
            <numerusform>%n member not marked yet</numerusform>
            <numerusform>%n members not marked yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt came</source>
        <translation>
            <numerusform>%n exempt came</numerusform>
            <numerusform>%n exempt came</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message numerus="yes">
        <source>%n preparation(s) left</source>
        <translation>
            <numerusform>%n preparation left</numerusform>
            <numerusform>%n preparations left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n open task</numerusform>
            <numerusform>%n open tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message numerus="yes">
        <source>Packets that were sealed for %n older key(s) still open.</source>
        <translation>
            <numerusform>Packets that were sealed for %n older key still open.</numerusform>
            <numerusform>Packets that were sealed for %n older keys still open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingTimes</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingsCargo</name>
    <message numerus="yes">
        <source>%n meeting(s): {days}</source>
        <translation>
            <numerusform>%n meeting: {days}</numerusform>
            <numerusform>%n meetings: {days}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersPanel</name>
    <message numerus="yes">
        <source>%n member(s) entered.</source>
        <translation>
            <numerusform>%n member entered.</numerusform>
            <numerusform>%n members entered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n official</source>
        <translation>
            <numerusform>%n official</numerusform>
            <numerusform>%n official</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probationary</source>
        <translation>
            <numerusform>%n probationary</numerusform>
            <numerusform>%n probationary</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation>
            <numerusform>%n exempt</numerusform>
            <numerusform>%n exempt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n temporarily elsewhere</source>
        <translation>
            <numerusform>%n temporarily elsewhere</numerusform>
            <numerusform>%n temporarily elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visiting (not counted)</source>
        <translation>
            <numerusform>%n visiting (not counted)</numerusform>
            <numerusform>%n visiting (not counted)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MinutesPanel</name>
    <message numerus="yes">
        <source>%n opinion(s)</source>
        <translation>
            <numerusform>%n opinion</numerusform>
            <numerusform>%n opinions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text of %n opinion(s)</source>
        <translation>
            <numerusform>text of %n opinion</numerusform>
            <numerusform>text of %n opinions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>words on %n point(s)</source>
        <translation>
            <numerusform>words on %n point</numerusform>
            <numerusform>words on %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message numerus="yes">
        <source>%n more character(s) are needed.</source>
        <translation>
            <numerusform>%n more character is needed.</numerusform>
            <numerusform>%n more characters are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. A short sentence that you remember is better than signs that nobody remembers.</source>
        <translation>
            <numerusform>At least %n character. A short sentence that you remember is better than signs that nobody remembers.</numerusform>
            <numerusform>At least %n characters. A short sentence that you remember is better than signs that nobody remembers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PetitionsPage</name>
    <message numerus="yes">
        <source>%n petition(s)</source>
        <translation>
            <numerusform>%n petition</numerusform>
            <numerusform>%n petitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not settled yet</source>
        <translation>
            <numerusform>%n not settled yet</numerusform>
            <numerusform>%n not settled yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n petition(s) waiting for an answer</source>
        <translation>
            <numerusform>%n petition waiting for an answer</numerusform>
            <numerusform>%n petitions waiting for an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintingPanel</name>
    <message numerus="yes">
        <source>It cannot be closed yet: %n thing(s) missing.</source>
        <translation>
            <numerusform>It cannot be closed yet: %n thing missing.</numerusform>
            <numerusform>It cannot be closed yet: %n things missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintingSide</name>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation>
            <numerusform>%n thing missing</numerusform>
            <numerusform>%n things missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) not answered yet</source>
        <translation>
            <numerusform>%n criterion not answered yet</numerusform>
            <numerusform>%n criteria not answered yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptsDialog</name>
    <message numerus="yes">
        <source>T&amp;ake %n matter(s)</source>
        <translation>
            <numerusform>T&amp;ake %n matter</numerusform>
            <numerusform>T&amp;ake %n matters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterCheckDialog</name>
    <message numerus="yes">
        <source>This book has %n member(s) on that day.</source>
        <translation>
            <numerusform>This book has %n member on that day.</numerusform>
            <numerusform>This book has %n members on that day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersDialog</name>
    <message numerus="yes">
        <source>{month}: %n cell(s)</source>
        <translation>
            <numerusform>{month}: %n cell</numerusform>
            <numerusform>{month}: %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenamingsDialog</name>
    <message numerus="yes">
        <source>%n meeting(s) from that day on are closed already and keep the old names.</source>
        <translation>
            <numerusform>%n meeting from that day on is closed already and keeps the old names.</numerusform>
            <numerusform>%n meetings from that day on are closed already and keep the old names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepliesDialog</name>
    <message numerus="yes">
        <source>%n cell(s) got a reply, and not all: see below.</source>
        <translation>
            <numerusform>%n cell got a reply, and not all: see below.</numerusform>
            <numerusform>%n cells got a reply, and not all: see below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) got a reply; all was read back.</source>
        <translation>
            <numerusform>%n cell got a reply; all was read back.</numerusform>
            <numerusform>%n cells got a reply; all was read back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) get a reply: what came, remarks, points, answers.</source>
        <translation>
            <numerusform>%n cell gets a reply: what came, remarks, points, answers.</numerusform>
            <numerusform>%n cells get a reply: what came, remarks, points, answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n meeting(s), {first} to {last}</source>
        <translation>
            <numerusform>%n meeting, {first} to {last}</numerusform>
            <numerusform>%n meetings, {first} to {last}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message numerus="yes">
        <source>carried %n time(s)</source>
        <translation>
            <numerusform>carried %n time</numerusform>
            <numerusform>carried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterImportDialog</name>
    <message numerus="yes">
        <source>%n to be entered</source>
        <translation>
            <numerusform>%n to be entered</numerusform>
            <numerusform>%n to be entered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Enter %n member(s)</source>
        <translation>
            <numerusform>&amp;Enter %n member</numerusform>
            <numerusform>&amp;Enter %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with a problem</source>
        <translation>
            <numerusform>%n row with a problem</numerusform>
            <numerusform>%n rows with a problem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s)</source>
        <translation>
            <numerusform>%n row in all</numerusform>
            <numerusform>All %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleFileDialog</name>
    <message numerus="yes">
        <source>The file is in order. It changes %n rule(s):</source>
        <translation>
            <numerusform>The file is in order. It changes %n rule:</numerusform>
            <numerusform>The file is in order. It changes %n rules:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreDialog</name>
    <message numerus="yes">
        <source>%n not answered yet</source>
        <translation>
            <numerusform>%n not answered yet</numerusform>
            <numerusform>%n not answered yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>%n place found</numerusform>
            <numerusform>%n places found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) were copied and checked.</source>
        <translation>
            <numerusform>%n paper were copied and checked.</numerusform>
            <numerusform>%n papers were copied and checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) ({papers}) were copied and checked.</source>
        <translation>
            <numerusform>%n packet ({papers}) was copied and checked.</numerusform>
            <numerusform>%n packets ({papers}) were copied and checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingPage</name>
    <message numerus="yes">
        <source>%n meeting(s) still to be copied for the superior.</source>
        <translation>
            <numerusform>%n meeting still to be copied for the superior.</numerusform>
            <numerusform>%n meetings still to be copied for the superior.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n meeting(s) to &amp;USB…</source>
        <translation>
            <numerusform>Copy %n meeting to &amp;USB…</numerusform>
            <numerusform>Copy %n meetings to &amp;USB…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message numerus="yes">
        <source>%n opinion(s)</source>
        <translation>
            <numerusform>%n opinion</numerusform>
            <numerusform>%n opinions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrangersModel</name>
    <message numerus="yes">
        <source>%n packet(s)</source>
        <translation>
            <numerusform>%n packet</numerusform>
            <numerusform>%n packets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryLines</name>
    <message numerus="yes">
        <source>%n meeting(s) cancelled</source>
        <translation>
            <numerusform>%n meeting cancelled</numerusform>
            <numerusform>%n meetings cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuperiorPage</name>
    <message numerus="yes">
        <source>%n without points yet</source>
        <translation>
            <numerusform>%n without points yet</numerusform>
            <numerusform>%n without points yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoicesCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opinion(s) &amp;handed in…</source>
        <translation>
            <numerusform>%n opinion &amp;handed in…</numerusform>
            <numerusform>%n opinions &amp;handed in…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message numerus="yes">
        <source>%n month(s) not heard</source>
        <translation>
            <numerusform>%n month not heard</numerusform>
            <numerusform>%n months not heard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ActCount</name>
    <message numerus="yes">
        <source>%n act(s), the newest on top</source>
        <translation>
            <numerusform>%n act, the newest on top</numerusform>
            <numerusform>%n acts, the newest on top</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
</TS>

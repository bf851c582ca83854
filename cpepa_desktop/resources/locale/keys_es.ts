<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- The names of keys as Spanish keyboards print them. After a change: pyside6-lrelease keys_es.ts -->
<TS version="2.1" language="es_ES">
<context>
    <name>QShortcut</name>
    <message><source>Ctrl</source><translation>Ctrl</translation></message>
    <message><source>Shift</source><translation>Mayús</translation></message>
    <message><source>Alt</source><translation>Alt</translation></message>
    <message><source>Return</source><translation>Intro</translation></message>
    <message><source>Enter</source><translation>Intro</translation></message>
    <message><source>Esc</source><translation>Esc</translation></message>
    <message><source>Del</source><translation>Supr</translation></message>
    <message><source>Ins</source><translation>Insert</translation></message>
    <message><source>Backspace</source><translation>Retroceso</translation></message>
    <message><source>PgUp</source><translation>Re Pág</translation></message>
    <message><source>PgDown</source><translation>Av Pág</translation></message>
    <message><source>Left</source><translation>←</translation></message>
    <message><source>Right</source><translation>→</translation></message>
    <message><source>Up</source><translation>↑</translation></message>
    <message><source>Down</source><translation>↓</translation></message>
</context>
</TS>

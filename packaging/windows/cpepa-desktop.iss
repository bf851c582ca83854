; The installer for Windows, by Inno Setup 6.3 or newer. NOT RUN YET: it was written on Linux, where Inno Setup is not.
;
;     pyinstaller --noconfirm packaging\cpepa-desktop.spec
;     iscc packaging\windows\cpepa-desktop.iss
;
; It installs for one user and asks for no administrator. Centres' files, backups and preferences are never touched.

#define Name "CPEPA Desktop"
#define Program "cpepa-desktop"
#define Version "0.1.0"
#define Extension ".cpepa"
#define Kind "CpepaDesktop.Centre"

[Setup]
; What Windows knows the program by, also in later versions: never another.
AppId={{EFADA017-4EB0-4049-887A-7A8220A25059}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
VersionInfoVersion={#Version}
SourceDir=..\..
OutputDir=dist
OutputBaseFilename={#Program}-{#Version}-instalador
LicenseFile=LICENSE
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
UninstallDisplayName={#Name}
UninstallDisplayIcon={app}\{#Program}.exe
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
ChangesAssociations=yes
CloseApplications=yes
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[Tasks]
Name: "desktop"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; Of the version before nothing stays: a file that is no longer part of the program might still be found.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\{#Program}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}.exe"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}.exe"; Tasks: desktop

[Registry]
Root: HKA; Subkey: "Software\Classes\{#Extension}"; ValueType: string; ValueData: "{#Kind}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#Extension}\OpenWithProgids"; ValueType: string; ValueName: "{#Kind}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#Kind}"; ValueType: string; ValueData: "Archivo de centro de {#Name}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Kind}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program}.exe,0"
Root: HKA; Subkey: "Software\Classes\{#Kind}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}.exe"" ""%1"""

[Run]
Filename: "{app}\{#Program}.exe"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

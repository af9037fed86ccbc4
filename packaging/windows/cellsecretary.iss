; The installer for Windows 10 and newer, by Inno Setup 6.3 or newer:
;
;     python -m tools.bundle_installer        after python -m tools.bundle, on Windows
;
; That hands in AppVersion, Bundle (the folder) and Sign (the icon). It installs for one person,
; into their own folder, so nobody is asked for an administrator. What it takes away again is what it
; has put there: books, backups, settings and a "data" folder beside the program stay.

#ifndef AppVersion
  #error AppVersion, Bundle and Sign come from tools/bundle_installer.py
#endif

[Setup]
AppId={{6E0B6C0E-5C0F-4B6B-9E3C-0C4F6B7A2D51}
AppName={cm:Name}
AppVersion={#AppVersion}
AppPublisher=cellsecretary
VersionInfoVersion={#AppVersion}
MinVersion=10.0
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
PrivilegesRequired=lowest
DefaultDirName={autopf}\cellsecretary
DisableDirPage=yes
DisableProgramGroupPage=yes
DisableReadyPage=yes
DisableWelcomePage=yes
; Many a computer in Vietnam has its Windows in English: the first language is offered first.
LanguageDetectionMethod=none
ShowLanguageDialog=yes
ChangesAssociations=yes
RestartApplications=no
OutputBaseFilename=cellsecretary-{#AppVersion}-windows-setup
SetupIconFile={#Sign}
UninstallDisplayIcon={app}\cellsecretary.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
; Inno Setup brings no Vietnamese: what is said in it stands below.
Name: "vi"; MessagesFile: "compiler:Default.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[LangOptions]
vi.LanguageName=Tiếng Việt
vi.LanguageID=$042A

[Tasks]
Name: "desktop"; Description: "{cm:OnDesktop}"

[InstallDelete]
; The libraries of the version before; what is the user's is never in this folder.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\{cm:Name}"; Filename: "{app}\cellsecretary.exe"; Comment: "{cm:Says}"
Name: "{autodesktop}\{cm:Name}"; Filename: "{app}\cellsecretary.exe"; Comment: "{cm:Says}"; Tasks: desktop

[Registry]
Root: HKA; Subkey: "Software\Classes\.chibo"; ValueType: string; ValueName: ""; ValueData: "vn.cellsecretary.book"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.chibo\OpenWithProgids"; ValueType: string; ValueName: "vn.cellsecretary.book"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\vn.cellsecretary.book"; ValueType: string; ValueName: ""; ValueData: "{cm:Book}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\vn.cellsecretary.book\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\cellsecretary.exe,0"
Root: HKA; Subkey: "Software\Classes\vn.cellsecretary.book\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\cellsecretary.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.bangxa"; ValueType: string; ValueName: ""; ValueData: "vn.cellsecretary.board"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.bangxa\OpenWithProgids"; ValueType: string; ValueName: "vn.cellsecretary.board"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\vn.cellsecretary.board"; ValueType: string; ValueName: ""; ValueData: "{cm:Board}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\vn.cellsecretary.board\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\cellsecretary.exe,0"
Root: HKA; Subkey: "Software\Classes\vn.cellsecretary.board\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\cellsecretary.exe"" ""%1"""

[Run]
Filename: "{app}\cellsecretary.exe"; Description: "{cm:OpenNow}"; Flags: nowait postinstall skipifsilent

[CustomMessages]
vi.Name=Chi bộ
en.Name=Party cell
vi.Says=Lập chương trình, điểm danh, ghi biên bản, phân công, in giấy tờ; không cần mạng
en.Says=Agenda, attendance, minutes, tasks and papers of a meeting, without a network
vi.Book=Sổ chi bộ
en.Book=Book of a party cell
vi.Board=Bảng theo dõi chi bộ
en.Board=Board of party cells
vi.OnDesktop=Đặt biểu tượng ra &màn hình chính
en.OnDesktop=Put an icon on the &desktop
vi.OpenNow=&Mở chương trình
en.OpenNow=&Open the program
vi.NameAndVersion=%1 bản %2

[Messages]
en.ConfirmUninstall=Remove “%1” from this computer?%n%nYour books, backups and settings stay where they are.
vi.ConfirmUninstall=Gỡ chương trình “%1” khỏi máy này?%n%nSổ, bản sao lưu và cài đặt vẫn còn nguyên.
vi.SetupAppTitle=Cài chương trình
vi.SetupWindowTitle=Cài chương trình - %1
vi.UninstallAppTitle=Gỡ chương trình
vi.UninstallAppFullTitle=Gỡ chương trình - %1
vi.InformationTitle=Thông báo
vi.ConfirmTitle=Xác nhận
vi.ErrorTitle=Lỗi
vi.SetupLdrStartupMessage=Cài %1 vào máy này?
vi.LdrCannotCreateTemp=Không tạo được tệp tạm nên không cài được
vi.LdrCannotExecTemp=Không chạy được tệp trong thư mục tạm nên không cài được
vi.LastErrorMessage=%1.%n%nLỗi %2: %3
vi.SetupFileMissing=Thiếu tệp %1. Hãy chép lại tệp cài đặt.
vi.SetupFileCorrupt=Tệp cài đặt bị hỏng. Hãy chép lại tệp cài đặt.
vi.SetupFileCorruptOrWrongVer=Tệp cài đặt bị hỏng hoặc không đúng bản. Hãy chép lại tệp cài đặt.
vi.SetupAlreadyRunning=Đang cài rồi.
vi.WindowsVersionNotSupported=Chương trình không chạy được trên bản Windows của máy này.
vi.OnlyOnTheseArchitectures=Chương trình chỉ cài được trên Windows 64 bit:%n%n%1
vi.WinVersionTooLowError=Máy này chạy Windows cũ hơn Windows 10 nên chương trình không cài được. Hãy dùng máy có Windows 10 hoặc mới hơn.
vi.SetupAppRunningError=%1 đang mở.%n%nHãy đóng chương trình rồi bấm OK để cài tiếp, hoặc bấm Thôi để thoát.
vi.UninstallAppRunningError=%1 đang mở.%n%nHãy đóng chương trình rồi bấm OK để gỡ tiếp, hoặc bấm Thôi để thoát.
vi.ErrorCreatingDir=Không tạo được thư mục “%1”
vi.ExitSetupTitle=Thoát
vi.ExitSetupMessage=Chưa cài xong. Thoát bây giờ thì chương trình không được cài; lúc khác cài lại cũng được.%n%nThoát?
vi.ButtonBack=< &Quay lại
vi.ButtonNext=&Tiếp >
vi.ButtonInstall=&Cài
vi.ButtonCancel=Thôi
vi.ButtonYes=&Có
vi.ButtonNo=&Không
vi.ButtonFinish=&Xong
vi.SelectLanguageTitle=Ngôn ngữ
vi.SelectLanguageLabel=Chọn ngôn ngữ (Choose a language):
vi.ClickNext=Bấm Tiếp để sang bước sau, bấm Thôi để thoát.
vi.DiskSpaceWarningTitle=Ổ đĩa không đủ chỗ
vi.DiskSpaceWarning=Cần ít nhất %1 KB trống, mà ổ đĩa chỉ còn %2 KB.%n%nVẫn cài?
vi.WizardSelectTasks=Biểu tượng
vi.SelectTasksDesc=Mở chương trình từ đâu?
vi.SelectTasksLabel2=Chọn rồi bấm Cài để cài [name] vào máy này. Không cần quyền quản trị.
vi.WizardPreparing=Đang chuẩn bị
vi.PreparingDesc=Đang chuẩn bị cài [name] vào máy này.
vi.PreviousInstallNotCompleted=Lần cài hoặc gỡ trước chưa xong. Hãy khởi động lại máy, rồi cài lại [name].
vi.CannotContinue=Không cài tiếp được. Bấm Thôi để thoát.
vi.ApplicationsFound=Các chương trình sau đang dùng tệp cần thay. Nên để tự đóng các chương trình này; sổ đã lưu rồi nên không mất gì.
vi.ApplicationsFound2=Các chương trình sau đang dùng tệp cần thay. Nên để tự đóng các chương trình này; sổ đã lưu rồi nên không mất gì.
vi.CloseApplications=&Tự đóng các chương trình này
vi.DontCloseApplications=&Không đóng
vi.ErrorCloseApplications=Không tự đóng được hết. Hãy đóng các chương trình đó rồi cài tiếp.
vi.WizardInstalling=Đang cài
vi.InstallingLabel=Đang cài [name] vào máy này, xin chờ một lát.
vi.FinishedHeadingLabel=Đã cài xong [name]
vi.FinishedLabelNoIcons=Đã cài xong [name] vào máy này.
vi.FinishedLabel=Đã cài xong [name] vào máy này. Mở chương trình từ biểu tượng, hoặc bấm đúp vào tệp sổ.
vi.ClickFinish=Bấm Xong để kết thúc.
vi.SetupAborted=Chưa cài xong.%n%nHãy sửa chỗ vừa báo rồi cài lại.
vi.AbortRetryIgnoreChooseAction=Chọn một việc
vi.AbortRetryIgnoreRetry=Thử lại
vi.AbortRetryIgnoreProceedAnyway=Vẫn làm tiếp
vi.AbortRetryIgnoreCancel=Thôi không cài
vi.StatusClosingApplications=Đang đóng chương trình...
vi.StatusCreateDirs=Đang tạo thư mục...
vi.StatusExtractFiles=Đang chép tệp...
vi.StatusCreateIcons=Đang tạo biểu tượng...
vi.StatusCreateRegistryEntries=Đang ghi cách mở tệp...
vi.StatusSavingUninstall=Đang ghi cách gỡ...
vi.StatusRunProgram=Sắp xong...
vi.StatusRollback=Đang bỏ những gì vừa làm...
vi.ErrorExecutingProgram=Không chạy được tệp:%n%1
vi.FileAbortRetryIgnoreSkipNotRecommended=Bỏ qua tệp này (không nên)
vi.SourceIsCorrupted=Tệp nguồn bị hỏng
vi.ErrorReadingSource=Có lỗi khi đọc tệp nguồn:
vi.ErrorCopying=Có lỗi khi chép tệp:
vi.ErrorReplacingExistingFile=Có lỗi khi thay tệp đang có:
vi.UninstallNotFound=Không thấy tệp “%1” nên không gỡ được.
vi.UninstallOpenError=Không mở được tệp “%1” nên không gỡ được
vi.UninstallStatusLabel=Đang gỡ %1 khỏi máy này, xin chờ một lát.
vi.UninstalledAll=Đã gỡ %1 khỏi máy này. Sổ, bản sao lưu và cài đặt vẫn còn nguyên.
vi.UninstalledMost=Đã gỡ %1. Còn vài tệp chưa xóa được; xóa bằng tay cũng được.
vi.WizardUninstalling=Đang gỡ
vi.StatusUninstalling=Đang gỡ %1...

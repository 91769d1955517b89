; The set-up program for Windows (NSIS 3). `python installer/build.py setup` gives VERSION, PROGRAM, ICONS, LICENCE, OUT
; and, for the one that installs for every user of the machine, ALLUSERS.
; Nothing here touches the register: that lies in the clerk's own folder, and uninstalling leaves it there.

Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
!include MUI2.nsh
!include x64.nsh

Name "WIBDesk"
OutFile "${OUT}"
BrandingText "WIBDesk ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "WIBDesk"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "WIBDesk set-up"
VIAddVersionKey "LegalCopyright" "WIBDesk contributors"

!ifdef ALLUSERS
  RequestExecutionLevel admin
  InstallDir "$PROGRAMFILES64\WIBDesk"
!else
  RequestExecutionLevel user
  InstallDir "$LOCALAPPDATA\Programs\WIBDesk"
!endif

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\WIBDesk"
!define PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define KIND "WIBDesk.Meeting"
!define OPEN_ELSEWHERE 5

!define MUI_ICON "${ICONS}/wibdesk.ico"
!define MUI_UNICON "${ICONS}/wibdesk.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\WIBDesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open WIBDesk"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; SHCTX and the shell's folders are the clerk's own or the machine's from here on.
!macro OF_WHOM
  SetRegView 64
  !ifdef ALLUSERS
    SetShellVarContext all
  !else
    SetShellVarContext current
  !endif
!macroend

; A program that runs cannot be written to, nor replaced: stop before anything is changed.
!macro STOP_WHERE_OPEN
  ClearErrors
  IfFileExists "$INSTDIR\WIBDesk.exe" 0 +3
    FileOpen $0 "$INSTDIR\WIBDesk.exe" a
    FileClose $0
  IfFileExists "$INSTDIR\wibdesk-cli.exe" 0 +3
    FileOpen $0 "$INSTDIR\wibdesk-cli.exe" a
    FileClose $0
  IfErrors 0 +4
    SetErrorLevel ${OPEN_ELSEWHERE}
    MessageBox MB_OK|MB_ICONEXCLAMATION "WIBDesk is open. Nothing was changed: close it, then do this again." /SD IDOK
    Abort
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "WIBDesk needs 64-bit Windows 10 or newer." /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
  !insertmacro OF_WHOM
FunctionEnd

Function un.onInit
  !insertmacro OF_WHOM
FunctionEnd

Section "WIBDesk"
  !insertmacro STOP_WHERE_OPEN
  ; What an older version brought and this one does not.
  IfFileExists "$INSTDIR\uninstall.exe" 0 +2
    RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\WIBDesk.lnk" "$INSTDIR\WIBDesk.exe"

  WriteRegStr SHCTX "Software\Classes\.wibmeeting" "" "${KIND}"
  WriteRegStr SHCTX "Software\Classes\.wibmeeting" "Content Type" "application/vnd.wibdesk.meeting+json"
  WriteRegStr SHCTX "Software\Classes\${KIND}" "" "WIBDesk meeting"
  WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\WIBDesk.exe,0"
  WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\WIBDesk.exe" "%1"'
  WriteRegStr SHCTX "${PATHS}\WIBDesk.exe" "" "$INSTDIR\WIBDesk.exe"
  WriteRegStr SHCTX "${PATHS}\wibdesk-cli.exe" "" "$INSTDIR\wibdesk-cli.exe"

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "WIBDesk"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "WIBDesk contributors"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\WIBDesk.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  SectionGetSize 0 $0
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro STOP_WHERE_OPEN
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\WIBDesk.exe"
  Delete "$INSTDIR\wibdesk-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  ; Only where it is empty: what else somebody put there stays.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\WIBDesk.lnk"
  ReadRegStr $0 SHCTX "Software\Classes\.wibmeeting" ""
  StrCmp $0 "${KIND}" 0 +3
    DeleteRegValue SHCTX "Software\Classes\.wibmeeting" ""
    DeleteRegValue SHCTX "Software\Classes\.wibmeeting" "Content Type"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.wibmeeting"
  DeleteRegKey SHCTX "Software\Classes\${KIND}"
  DeleteRegKey SHCTX "${PATHS}\WIBDesk.exe"
  DeleteRegKey SHCTX "${PATHS}\wibdesk-cli.exe"
  DeleteRegKey SHCTX "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

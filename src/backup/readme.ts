/** What stands first in every backup: for whoever finds it in ten years, with nothing but the tools of any machine. */
export const readme = `atalaya-backup 1

Respaldo de una instalación de Atalaya.

  ledger/            la bitácora completa, en texto; las partes, una tras otra, son una exportación verificable
  identity/          cuentas y datos personales (con resúmenes de contraseñas): guárdese como lo que es
  mail/, probes/     correo por enviar y enviado; respuestas de los sondeos
  drafts/            lo que alguien escribe y todavía no guarda
  files/             los archivos que nombra la bitácora, por su suma SHA-256
  SHA256SUMS         las sumas de todo lo anterior

Las llaves no están aquí: se respaldan aparte.

  sha256sum -c SHA256SUMS                                  comprueba cada pieza
  cat ledger/*.txt > bitacora.txt                          la exportación de la bitácora
  atalaya-verify export bitacora.txt --key LLAVE           la verifica sin más
  atalaya restore RESPALDO.tar --keys LLAVES.tar           restaura

A backup of an Atalaya installation. The keys are not here: they are backed up apart. See the four commands above.
`;

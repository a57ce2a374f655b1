"""The ten main checks of one PREP cut, written straight down with pandas: what a person with a notebook would do.

Prints seconds (reading and checking; starting Python and importing pandas are not counted), peak megabytes and the number of findings.
"""

import json
import resource
import sys
import time

import pandas as pd

start = time.perf_counter()
path = sys.argv[1]
with open(path, encoding="utf-8-sig") as file:
    lines = [file.readline().rstrip("\r\n") for _ in range(12)]
header = next(i for i, line in enumerate(lines) if "CLAVE_CASILLA" in line)
names = next(i for i, line in enumerate(lines) if "ACTAS_ESPERADAS" in line)
totals = dict(zip(lines[names].split(","), lines[names + 1].split(",")))
# A row with a field too many would stop the reading: it is left out, as most scripts do.
data = pd.read_csv(path, skiprows=header, dtype=str, keep_default_na=False, on_bad_lines="skip")
columns = list(data.columns)
parties = columns[columns.index("TOTAL_VOTOS_SACADOS") + 1 : columns.index("TOTAL_VOTOS_ASENTADO")]

votes = data[parties].apply(pd.to_numeric, errors="coerce")
number = {name: pd.to_numeric(data[name], errors="coerce") for name in ["TOTAL_VOTOS_CALCULADO", "LISTA_NOMINAL", "REPRESENTANTES_PP_CI"]}
total = votes.sum(axis=1)
status = data["CONTABILIZADA"]
counted = status == "1"
captured = status.isin(["0", "1"])
remark = data["OBSERVACIONES"].str.upper()
special = data["TIPO_CASILLA"] == "S"
when = {name: pd.to_datetime(data["FECHA_HORA_" + name], format="%d/%m/%Y %H:%M:%S", errors="coerce") for name in ["ACOPIO", "CAPTURA", "VERIFICACION"]}
cut = pd.to_datetime(lines[1][:16], format="%d/%m/%Y %H:%M")
keys = data["CLAVE_ACTA"]
hashes = data["CODIGO_INTEGRIDAD"]

found = {
    "sum": (captured & (total != number["TOTAL_VOTOS_CALCULADO"])).sum(),
    "limit": (counted & ~special & (total > number["LISTA_NOMINAL"] + number["REPRESENTANTES_PP_CI"])).sum(),
    "repeated key": (keys.duplicated(keep=False) & (keys != "-")).sum(),
    "key": (
        data["CLAVE_CASILLA"].str.strip("'")
        != data["ID_ENTIDAD"] + data["SECCION"] + data["TIPO_CASILLA"] + data["ID_CASILLA"] + data["EXT_CONTIGUA"]
    ).sum(),
    "nothing legible": (counted & votes.isna().all(axis=1)).sum(),
    "flagged and counted": (counted & remark.str.contains("EXCEDE|TODOS|SIN ACTA")).sum(),
    "no verification": (counted & when["VERIFICACION"].isna()).sum(),
    "order of times": ((when["CAPTURA"] < when["ACOPIO"]) | (when["VERIFICACION"] < when["CAPTURA"]) | (when["VERIFICACION"] > cut)).sum(),
    "hash": (hashes.ne("-") & (hashes.duplicated(keep=False) | (hashes.str.len() != 64))).sum(),
    "totals": sum(
        int(float(totals[name]) != value)
        for name, value in {
            "ACTAS_ESPERADAS": (status != "2").sum(),
            "ACTAS_CAPTURADAS": captured.sum(),
            "ACTAS_CONTABILIZADAS": counted.sum(),
            "LISTA_NOMINAL_ACTAS_CONTABILIZADAS": number["LISTA_NOMINAL"][counted].sum(),
            "TOTAL_VOTOS_C_CS": total[counted].sum(),
            "TOTAL_VOTOS_S_CS": total[counted & ~special].sum(),
        }.items()
    ),
}
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "megabytes": peak, "findings": int(sum(found.values())), "by": {k: int(v) for k, v in found.items()}}))

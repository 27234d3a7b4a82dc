## Oppsettet av programmet (sfv config) og det som kan endrast medan det køyrer.

config-mistakes-advice = Rett linjene over, eller ta dei bort så gjeld standardverdien. sfv config check viser om alt er i orden.
config-live = Gjeld med ein gong fila er lagra.
config-restart = Gjeld frå neste gong programmet startar.
config-file = Eigne innstillingar står i { $file }. Det som ikkje står der, har verdien «{ $origin }».

## Oppsettet av programmet (sfv config) og det som kan endres mens det kjører.

config-mistakes-advice = Rett linjene over, eller ta dem bort så gjelder standardverdien. sfv config check viser om alt er i orden.
config-live = Gjelder med en gang filen er lagret.
config-restart = Gjelder fra neste gang programmet starter.
config-file = Egne innstillinger står i { $file }. Det som ikke står der, har verdien «{ $origin }».

/** The page's whole look; no font, picture or script comes from elsewhere. */
export const style = `
:root{color-scheme:light dark;--ink:#1f2937;--dim:#596273;--line:#e5e7eb;--paper:#fff;--back:#f3f4f6;--blue:#1d5fa8;--red:#b42318;--yellow:#fff4d6}
@media (prefers-color-scheme:dark){:root{--ink:#e5e7eb;--dim:#9ca3af;--line:#374151;--paper:#1f2937;--back:#111827;--blue:#6aa7e8;--red:#f59389;--yellow:#3b3420}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.45 system-ui,"Liberation Sans",sans-serif}
main,header{max-width:1000px;margin:0 auto;padding:12px 16px}
header{display:flex;justify-content:space-between;align-items:baseline;gap:12px}
h1{font-size:1.25rem;margin:0}h2{font-size:1rem;margin:0 0 8px}
a{color:var(--blue)}
nav{display:flex;flex-wrap:wrap;gap:4px;margin-bottom:12px}
nav a{padding:8px 14px;border-radius:8px 8px 0 0;text-decoration:none;border-bottom:3px solid transparent}
nav a[aria-current]{border-color:var(--blue);font-weight:600;color:var(--ink)}
nav small{background:var(--line);border-radius:9px;padding:1px 7px;margin-left:4px;color:var(--ink)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:14px;margin-bottom:14px}
.dim,.english{color:var(--dim)}
.kind{display:block;font-size:.85rem;white-space:nowrap}
.settings>dt{font-size:1rem;font-weight:600;color:var(--ink);margin:14px 0 4px}
.english{font-weight:400;font-size:.75rem;margin-left:4px}
code{color:var(--dim);font-size:.8rem;overflow-wrap:anywhere}.bars code{margin-left:4px}
form.filter{display:flex;flex-wrap:wrap;gap:10px;align-items:end}
form.filter label{display:flex;flex-direction:column;font-size:.85rem;color:var(--dim);flex:1 1 140px;min-width:0}
form.filter select{width:100%}
input,select{font:inherit;padding:7px 9px;border:1px solid var(--line);border-radius:7px;background:var(--paper);color:var(--ink);min-width:0}
button{font:inherit;padding:7px 14px;border:1px solid var(--blue);border-radius:7px;background:var(--blue);color:var(--paper);cursor:pointer}
[aria-busy] button{cursor:progress}button[aria-disabled]{opacity:.7}
[aria-busy]::before{content:"";position:fixed;inset:0 auto auto 0;height:3px;width:100%;background:var(--blue);animation:busy 20s cubic-bezier(.1,.7,.3,1) both}
@keyframes busy{from{width:0}to{width:95%}}
@media (prefers-reduced-motion:reduce){[aria-busy]::before{animation:none}}
button.quiet{background:none;color:var(--red);border-color:var(--red)}
table{width:100%;border-collapse:collapse}
th{text-align:left;font-size:.85rem;color:var(--dim);font-weight:500}
th,td{padding:7px 14px 7px 0;border-bottom:1px solid var(--line);vertical-align:top}
.day{white-space:nowrap}
.method{overflow-wrap:anywhere;min-width:6.4em;hyphens:auto}
@media (min-width:1000px){.method{min-width:9.2em}}
.files{display:flex;flex-wrap:wrap;gap:4px 20px}
td.wide{min-width:17em}
.amount{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td strong{overflow-wrap:anywhere;min-width:0}
tbody td:first-child{min-width:6.4em}
section section+section{margin-top:22px}
tr.differs td,.alarm{color:var(--red)}
section.card>dl{columns:2 280px}dt{break-after:avoid}
details{margin-top:4px}summary{cursor:pointer;color:var(--blue)}
details dl{background:var(--yellow);border-radius:8px;padding:10px;margin:8px 0}
dt{font-size:.8rem;color:var(--dim)}dd{margin:0 0 6px;overflow-wrap:anywhere}
.actions{display:flex;flex-wrap:wrap;gap:8px;margin:6px 0 10px}
.note{background:var(--yellow);border-radius:8px;padding:10px 14px;margin-bottom:14px}
svg{width:100%;height:auto}svg .plus{fill:var(--blue)}svg .minus{fill:var(--red)}svg text{font-size:11px;fill:var(--dim)}
ul.short{margin:4px 0;padding-left:18px;font-variant-numeric:tabular-nums}
.bars{list-style:none;margin:0;padding:0}
.bars li{position:relative;padding:4px 8px;margin-bottom:4px;overflow-wrap:anywhere}
.bars span{position:absolute;inset:0 auto 0 0;background:var(--line);border-radius:5px;z-index:0}
.bars b{position:relative}.bars li{isolation:isolate}.bars span{z-index:-1}
@media (max-width:640px){
	thead{display:none}
	tr{display:block;padding:8px 0;border-bottom:1px solid var(--line)}
	td{display:flex;justify-content:space-between;gap:12px;border:0;padding:2px 0}
	td::before{content:attr(data-name);color:var(--dim);font-size:.85rem;flex:none}
	td:empty{display:none}
	td.wide{display:block;min-width:0}td.wide::before{content:none}
	td>span{text-align:right}
	svg{overflow:visible}svg text{font-size:18px}
	nav a{padding:8px 9px}
}
`;

/** The style of the printed licence. Its hash is in the page's policy, so it stands here as it goes out. */
export const licencePageStyle = `
@page { size: A4 landscape; margin: 10mm; }
* { box-sizing: border-box; margin: 0; }
body { background: #eee; color: #111; font: 11pt/1.5 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', SimSun, serif; }
main { background: #fff; border: 3px double #8a6d1d; margin: 8mm auto; max-width: 277mm; padding: 8mm 12mm; }
h1 { font-size: 30pt; letter-spacing: .35em; line-height: 1.2; margin-bottom: 5mm; text-align: center; }
span[lang=en] { color: #555; display: block; font: 7pt/1.3 sans-serif; letter-spacing: 0; }
dl { display: grid; gap: 2.5mm 10mm; grid-template-columns: 1fr 1fr; }
dl div { display: flex; gap: 4mm; }
dl .wide { grid-column: 1 / -1; }
dt { flex: 0 0 34mm; font-weight: bold; }
dd { flex: 1; overflow-wrap: anywhere; }
.code dd { font-family: monospace; font-size: 12pt; }
.name dd { font-weight: bold; }
.long dd { font-size: 8.5pt; line-height: 1.35; }
.longest dd { font-size: 6.5pt; line-height: 1.25; }
footer { align-items: flex-end; display: flex; gap: 10mm; justify-content: space-between; margin-top: 6mm; }
figure { display: flex; align-items: flex-end; gap: 4mm; }
figure svg { height: 42mm; width: 42mm; }
figcaption { font-size: 8pt; width: 34mm; }
.issued { text-align: right; }
.authority { font-size: 13pt; font-weight: bold; }
.status { font-size: 8pt; margin-top: 2mm; }
.not-valid { border: 2px solid #b00020; color: #b00020; font-size: 15pt; font-weight: bold; margin-bottom: 4mm; padding: 2mm; text-align: center; }
.not-valid span[lang=en] { color: #b00020; }
@media print {
  body { background: none; }
  main { display: flex; flex-direction: column; margin: 0; max-width: none; min-height: 188mm; padding: 4mm 10mm; }
  h1 { margin-bottom: 3mm; }
  dl { gap: 1.8mm 10mm; }
  footer { break-inside: avoid; margin-top: auto; }
  figure svg { height: 38mm; width: 38mm; }
  .not-valid { font-size: 13pt; margin-bottom: 2mm; padding: 1mm; }
}
@media (max-width: 700px) { dl { grid-template-columns: 1fr; } main { padding: 4mm; } footer { flex-direction: column; align-items: flex-start; } }
`;

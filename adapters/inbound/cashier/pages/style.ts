import { trusted } from '../html.js';

// One sheet for PC and phone. No flex gap, no variables, no grid: phones of ten years ago show the same page. All sizes in rem, so that
// 大字版 is one number. Colours on their backgrounds hold at least 4.5:1 (WCAG AA).
const rules = [
  '*,:after{box-sizing:border-box}html{font-size:16px;-webkit-text-size-adjust:100%;text-size-adjust:100%}html.big{font-size:21px}',
  'body{margin:0;background:#eef2f7;color:#1b2733;font-family:-apple-system,BlinkMacSystemFont,"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;line-height:1.6}',
  'h1,h2,p,dl,dd,fieldset,legend{margin:0;padding:0;border:0}a{color:#0b57a4}small{font-size:.875rem;color:#4a5a6c}svg{flex:none}',
  '.vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}',
  // Head
  '.demo{background:#ffe9b8;color:#5c3d00;text-align:center;padding:.375rem 1rem;font-size:.875rem;font-weight:600}',
  'header{background:#0b4a8f;border-bottom:3px solid #d9b45b}.bar{max-width:62rem;margin:0 auto;padding:.625rem 1rem;display:flex;align-items:center}',
  '.brand{flex:1;display:flex;align-items:center;color:#fff;font-size:1.125rem;font-weight:600;line-height:1.3;min-width:0}.brand svg{margin-right:.625rem}.brand small{color:#d7e5f5;font-weight:400;margin-left:.75rem}',
  '.size{flex:none;color:#fff;text-decoration:none;border:1px solid #9dbbdb;border-radius:1.5rem;padding:.25rem .875rem;font-size:.9375rem;margin-left:.75rem}',
  'a:focus,button:focus,.way input:focus+label{outline:3px solid #f0a500;outline-offset:2px}a:focus:not(:focus-visible),button:focus:not(:focus-visible),.way input:focus:not(:focus-visible)+label{outline:0}',
  // Body
  'main{max-width:62rem;margin:0 auto;padding:1.25rem 1rem 0}.card{background:#fff;border:1px solid #dbe3ec;border-radius:.75rem;padding:1.5rem;margin-bottom:1rem}',
  '.say{background:#fff6e0;border:1px solid #ecc463;color:#5c3d00;border-radius:.625rem;padding:.75rem 1rem;margin-bottom:1rem}.say.bad{background:#fdeceb;border-color:#e9a6a1;color:#8c1d18}',
  '.sum{display:flex;align-items:flex-end;flex-wrap:wrap;padding-bottom:1rem;border-bottom:1px solid #e4eaf1}.sum>div:first-child{flex:1}',
  '.label{color:#4a5a6c}.amount{font-size:2.625rem;line-height:1.2;font-weight:700;color:#0b2f5e;font-variant-numeric:tabular-nums;white-space:nowrap}.amount i{font-style:normal;font-size:1.5rem;margin-right:.25rem}.long .amount{font-size:1.75rem}.long .amount i{font-size:1.125rem}.cut{color:#0a6b3a;font-size:.9375rem}',
  '.until{text-align:right;color:#4a5a6c;font-size:.9375rem}.until b{color:#1b2733;font-weight:600;white-space:nowrap}#left{display:block;color:#8a4b00;font-weight:600;font-size:1.0625rem;font-variant-numeric:tabular-nums}#left:empty{display:none}',
  'dl{padding:.875rem 0}.row{display:flex;padding:.25rem 0}dt{flex:none;width:5.75rem;color:#4a5a6c}dd{flex:1;min-width:0;unicode-bidi:isolate;word-wrap:break-word;overflow-wrap:anywhere}.fine{font-size:.8125rem}.fine dt,.fine dd{color:#56667a}',
  // Choice of channel
  'legend{font-weight:600;margin-bottom:.625rem}.ways{display:flex;flex-wrap:wrap;margin:0 -.375rem}.way{position:relative;flex:1 1 14rem;padding:0 .375rem .75rem}',
  '.way input{position:absolute;opacity:0;left:1.5rem;top:1.5rem}.way label{display:flex;align-items:center;min-height:4.75rem;padding:.75rem 1rem;border:2px solid #cfd9e4;border-radius:.75rem;background:#fff;cursor:pointer}',
  '.way label:hover{border-color:#7ba7d4}.way .mark{width:2.75rem;height:2.75rem;margin-right:.875rem}.way .name{flex:1;min-width:0;line-height:1.35}.way b{display:block;font-size:1.125rem;font-weight:600}',
  '.way label:after{content:"";flex:none;width:1.375rem;height:1.375rem;border:2px solid #8494a6;border-radius:50%;margin-left:.5rem}.way input:checked+label{border-color:#0b57a4;background:#f1f7fd}.way input:checked+label:after{border:.4375rem solid #0b57a4}',
  '.main,.plain{display:block;width:100%;min-height:3.25rem;padding:.75rem 1rem;border-radius:.625rem;font:inherit;font-size:1.1875rem;font-weight:600;line-height:1.4;text-align:center;text-decoration:none;cursor:pointer;border:1px solid #0b57a4}',
  '.main{background:#0b57a4;color:#fff}.main:hover{background:#094a8c}.main[aria-disabled]{background:#56667a;border-color:#56667a}.plain{background:#fff;color:#0b57a4;font-weight:400;font-size:1.0625rem;margin-top:.75rem}.plain:hover{background:#f1f7fd}',
  '.stop{text-align:center;margin-top:.75rem;color:#4a5a6c}.stop a,footer a{display:inline-block;padding:.25rem .375rem}',
  // States
  '.result{text-align:center}.result .state{width:4rem;height:4rem;display:block;margin:.5rem auto 1rem}.result h1{font-size:1.5rem;line-height:1.4;margin-bottom:.375rem}.result .amount{margin:.5rem 0}.result .text{color:#35465a;max-width:34rem;margin:0 auto .25rem;text-wrap:balance}.result .say{margin-top:1rem}.result .pay{position:static}',
  '.result dl{text-align:left;border-top:1px solid #e4eaf1;margin-top:1.25rem}.result fieldset{text-align:left}.acts{max-width:26rem;margin:1.25rem auto .25rem}.narrow{max-width:40rem;margin:0 auto}',
  '@keyframes turn{to{transform:rotate(360deg)}}.turn{animation:turn 1.2s linear infinite}@media(prefers-reduced-motion:reduce){.turn{animation:none}}',
  '.side{text-align:center}.side h2{font-size:1.0625rem;font-weight:600}.qr{display:block;margin:.75rem auto;width:10.5rem;height:10.5rem}.tips{text-align:left;font-size:.9375rem;color:#35465a}.tips h2{font-size:1rem;color:#1b2733;margin-bottom:.375rem}.tips p{margin-top:.375rem}',
  'footer{text-align:center;color:#4a5a6c;font-size:.875rem;padding:.25rem 1rem 1.5rem}',
  // The PC page has two columns where they fit; on a phone (pcOnly) it becomes one
  '@media(min-width:800px){.pc .cols{display:flex;align-items:flex-start}.pc .cols>.card{flex:1;min-width:0}.pc .aside{flex:none;width:17.5rem;margin-left:1rem}.pc .card{padding:1.5rem 1.75rem}.pc .bar{padding:.75rem 1rem}.pc .brand{font-size:1.25rem}}',
  // Phone
  '.h5 .bar{padding:.5rem .875rem}.h5 .brand{font-size:1.0625rem}.h5 .brand small,.h5 .brand svg{display:none}.h5 main{padding:.625rem .625rem 0;max-width:34rem}.h5 .card{padding:.875rem 1rem;margin-bottom:.625rem}',
  '.h5 .sum{display:block;text-align:center;padding-bottom:.625rem}.h5 .until{text-align:center;margin-top:.125rem;line-height:1.5}.h5 dl{padding:.5rem 0}.h5 .row{padding:.0625rem 0}.h5 legend{margin-bottom:.375rem}.h5 .label{line-height:1.4}.h5 .way{flex-basis:100%;padding-bottom:.5rem}.h5 .way label{min-height:3.5rem;padding:.375rem .75rem}.h5 .way .mark{width:2.5rem;height:2.5rem;margin-right:.75rem}',
  '.h5 .pay{position:-webkit-sticky;position:sticky;bottom:0;background:#fff;margin:0 -1rem;padding:.375rem 1rem .625rem;box-shadow:0 -.5rem .5rem -.25rem #fff}',
  '@media(max-width:480px){.big dt{width:4.75rem}.big .row{display:block;padding:.1875rem 0}.big .brand{font-size:1rem}.big .until{font-size:.8125rem}.big .way label{padding:.375rem .625rem}.big .way .mark{width:2.25rem;height:2.25rem;margin-right:.625rem}.big .way b{font-size:1.0625rem}.big .cut{font-size:.875rem}.big .size{padding:.25rem .625rem}.pc .sum{display:block}.pc .until{text-align:left;margin-top:.5rem}.brand small{display:none}.amount{font-size:2.25rem}}',
  // In large type the choice may be below the edge: nobody is to pay before having seen it
  '.big .h5 .pay{position:static}',
  '@media print{header,footer,.acts,.demo a,.size{display:none}body{background:#fff}.card{border:0}}',
];

export const style = trusted(rules.join('\n'));

import { pollingEndsAfterMs } from '../limits.js';
import { trusted } from '../html.js';

// ES5 on purpose (old phone browsers); a test parses it as such. It reads its values from data attributes of <body>, so that nothing
// from outside ever stands inside a script. Everything it does has a way without it: refresh, absolute time, visible buttons.
const text = `(function(){
var d=document,b=d.body,at=function(n){return b.getAttribute('data-'+n)},page=at('page'),every=+at('every'),left=+at('left'),began=+new Date(),born=began,
live=d.getElementById('live'),clock=d.getElementById('left'),form=d.getElementById('pay'),sent=false,told=false,gone=false;
function say(t){if(live&&live.textContent!==t)live.textContent=t}
function again(){if(!gone){gone=true;location.replace(at('self'))}}
function two(n){return n<10?'0'+n:''+n}
function tick(){
var ms=left-(new Date()-began),s=Math.max(0,Math.floor(ms/1000)),day=Math.floor(s/86400),h=Math.floor(s%86400/3600);
clock.textContent='剩余 '+(day?day+' 天 ':'')+(day||h?two(h)+':':'')+two(Math.floor(s%3600/60))+':'+two(s%60);
if(ms<3e5&&!told){told=true;say('距支付截止不足 5 分钟')}
if(ms<=0){setTimeout(again,1500)}else{setTimeout(tick,1000)}
}
function ask(){
var x=new XMLHttpRequest();x.open('GET',at('state'),true);x.timeout=1e4;
x.onreadystatechange=function(){
if(x.readyState!==4)return;
if(x.status===200){try{var n=JSON.parse(x.responseText);left=n.remainingMs;began=+new Date();if(n.page!==page){say(n.stateMsg);setTimeout(again,300);return}}catch(e){}}
if(x.status!==404)later(x.status===200?every:every*3)
};x.send()}
function later(ms){if(new Date()-born<${String(pollingEndsAfterMs)})setTimeout(function(){if(d.hidden){later(every)}else{ask()}},ms)}
if(clock&&left>0)tick();
if(every)later(every);
if(form)form.onsubmit=function(){
if(sent)return false;sent=true;
var k=d.getElementById('go');k.setAttribute('aria-disabled','true');k.textContent='正在提交，请稍候…';
};
window.onpageshow=function(e){if(e.persisted&&at('self'))again()};
})();`;

export const script = trusted(text);

/** Goes on to the channel before the page has finished loading: the browser then keeps no history entry to fall back into. */
export const handoverScript = trusted(`(function(){var f=document.getElementById('on');HTMLFormElement.prototype.submit.call(f)})();`);

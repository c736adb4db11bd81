import type { Container } from 'inversify';
import { labelOf, codeOf } from '../../contracts/lists/codes.js';
import type { Actor } from '../../domain/audit/audit-entry.js';
import { dayMs } from '../../domain/kernel/china-time.js';
import { partCount } from '../../domain/text-messages/parts.js';
import { renderText, type RenderRefusal } from '../../domain/text-messages/render.js';
import type { ResendRefusal } from '../../domain/text-messages/submission.js';
import { isTextTemplateName, templateOf, textTemplateNames } from '../../domain/text-messages/templates.js';
import { mostParts } from '../../domain/text-messages/text-set.js';
import { ConfigError } from '../config.js';
import type { TextLine } from '../outside/text-section.js';
import { tokens } from '../tokens.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

const by: Actor = { kind: 'operator', code: 'texts-command', address: undefined };
const usage = [
  '用法：texts --status [天数]                      近几天（默认 1 天）各状态的短信数，以及平台与模板的配置情况',
  '      texts --resend <短信编号>                  把结果未知的短信重发一次',
  '      texts --block <手机号>                     不再向该手机号发送通知短信（验证码不受影响）',
  '      texts --unblock <手机号>                   恢复向该手机号发送通知短信',
  '      texts --preview                            全部模板：内容、参数、最多条数、短信平台模板编号',
  '      texts --preview <模板> [参数=值 …]          按给定的值预览一条短信及其条数，不发送',
].join('\n');

/** Operators' commands for text messages until the console has them. May be used while the platform runs: its processes do the sending. */
async function main(): Promise<readonly string[]> {
  const [command, ...given] = process.argv.slice(2);
  if (command === undefined) throw new ConfigError(usage);
  return withProduct((container) => done(container, command, given));
}

async function done(container: Container, command: string, given: readonly string[]): Promise<readonly string[]> {
  const [first] = given;
  switch (command) {
    case '--status': return status(container, first === undefined ? 1 : daysNamed(first));
    case '--resend': {
      const ordered = await container.get(tokens.resendText).run(named(first), by);
      if (!ordered.ok) throw new ConfigError(resendWords[ordered.refusal]);
      return [`已安排重发 ${ordered.value.messageId}（${ordered.value.maskedPhone}）；由运行中的平台进程发送，收件人可能收到两次`];
    }
    case '--block': return block(container, named(first), true);
    case '--unblock': return block(container, named(first), false);
    case '--preview': return first === undefined ? templateLines(lineOf(container)) : preview(lineOf(container), first, given.slice(1));
    default: throw new ConfigError(usage);
  }
}

async function status(container: Container, days: number): Promise<readonly string[]> {
  const line = container.get(tokens.textLine);
  const since = container.get(tokens.clock).now() - days * dayMs;
  const counts = await container.get(tokens.unitOfWork).read(({ texts }) => texts.counts(since));
  const missing = line?.rules.sendAs === 'template' ? textTemplateNames.filter((name) => line.templateIds[name] === undefined) : [];
  return [
    line === undefined ? '没有配置短信平台（outsideSystems 的 textMessages）：不生成新短信' : lineWords(line),
    ...(missing.length === 0 ? [] : [`没有登记平台模板编号，发送时会失败：${missing.join('、')}`]),
    counts.length === 0 ? `近 ${days} 天没有短信` : `近 ${days} 天：${counts.map(({ state, count }) => `${labelOf('textState', codeOf('textState', state))} ${count}`).join('，')}`,
  ];
}

const lineWords = ({ signature, rules, platform, messagesPerSecond }: TextLine): string => [
  `短信平台已配置，签名【${signature}】`, rules.sendAs === 'template' ? '按模板发送' : '按内容发送', platform.queries === undefined ? '只接收推送' : '可查询状态', `每秒最多 ${messagesPerSecond} 条`,
].join('，');

const resendWords: Readonly<Record<ResendRefusal | 'no-such-text', string>> = {
  'no-such-text': '没有这条短信', 'not-unknown': '只有结果未知的短信可以重发', 'submitted-before': '短信平台已受理，不能重发', 'resent-before': '已经重发过一次', ended: '已经结束，不再重发',
  'code-not-kept': '验证码不保存，请让用户重新获取',
};

async function block(container: Container, phone: string, isBlocked: boolean): Promise<readonly string[]> {
  const changed = await container.get(tokens.blockPhone).run(phone, isBlocked, by);
  if (!changed.ok) throw new ConfigError('请写 11 位手机号');
  if (changed.value === 'unchanged') return [isBlocked ? '该手机号已在退订名单中' : '该手机号不在退订名单中'];
  return [isBlocked ? '已加入退订名单，不再发送通知短信' : '已移出退订名单'];
}

function templateLines({ rules, signature, templateIds }: TextLine): readonly string[] {
  return textTemplateNames.map((name) => [
    name, rules.texts[name], `参数 ${templateOf(name).params.map((param) => `${param.name}（最多 ${param.maxLength} 字）`).join('、')}`,
    `最多 ${mostParts(name, rules.texts[name], signature)} 条`, templateIds[name] === undefined ? '未登记平台模板编号' : `平台模板 ${templateIds[name]}`,
  ].join('｜'));
}

function preview({ rules, signature }: TextLine, template: string, given: readonly string[]): readonly string[] {
  if (!isTextTemplateName(template)) throw new ConfigError(`没有模板 ${template}；可用：${textTemplateNames.join('、')}`);
  const rendered = renderText(template, Object.fromEntries(given.map(pair)), rules.texts[template]);
  if (!rendered.ok) throw new ConfigError(`${rendered.refusal.param}：${renderWords[rendered.refusal.code]}`);
  const { text } = rendered.value;
  return [`【${signature}】${text}`, `${text.length + signature.length + 2} 字，按 ${partCount(text, signature)} 条计费`];
}

const renderWords: Readonly<Record<RenderRefusal['code'], string>> = {
  missing: '缺少这个参数', extra: '模板没有这个参数', 'too-long': '太长', 'wrong-form': '格式不符', unsafe: '含有换行、不可见字符或【】', link: '含有网址',
};

function pair(word: string): readonly [string, string] {
  const at = word.indexOf('=');
  if (at < 1) throw new ConfigError(`${word} 不是 参数=值\n${usage}`);
  return [word.slice(0, at), word.slice(at + 1)];
}

function lineOf(container: Container): TextLine {
  const line = container.get(tokens.textLine);
  if (!line) throw new ConfigError('没有配置短信平台（outsideSystems 的 textMessages）');
  return line;
}

function named(given: string | undefined): string {
  if (given === undefined || given === '') throw new ConfigError(usage);
  return given;
}

function daysNamed(given: string): number {
  if (!/^[1-9][0-9]{0,2}$/.test(given)) throw new ConfigError('天数为 1 至 999');
  return Number(given);
}

runCommand(main);

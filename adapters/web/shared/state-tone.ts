export type Tone = 'good' | 'bad' | 'busy' | 'waiting' | 'plain';

/** A column whose codes are states gets coloured tags; brands, kinds and ways of paying stay plain words. */
export const isStateColumn = ({ name, label }: { readonly name: string; readonly label: string }): boolean => /(State|Step)$|^outcome$/.test(name) || /(状态|结果|环节)$/.test(label);

const tones: readonly (readonly [Tone, RegExp])[] = [
  // Denials first: 未处理 is not 已处理, 结果不明 is no result.
  ['plain', /^已(关闭|取消|作废|冲红|退)|无账单$/],
  ['waiting', /^(待|等待|未(?!送达))|不明|未知/],
  ['bad', /失败|拒绝|不符|不一致|差异|错误|无法|重复|异常|仅.*有|未送达|缺失|重缴/],
  ['busy', /中$|跟踪/],
  ['good', /成功|完成|对平|^已|通过|正常/],
];

/** How the word of a state reads at a glance. */
export const toneOf = (word: string): Tone => tones.find(([, words]) => words.test(word))?.[0] ?? 'plain';

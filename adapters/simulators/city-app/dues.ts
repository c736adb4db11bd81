/** What a business system handed to the payment zone: somebody owes something to a unit (the way there is not our interface). */
export interface Due {
  readonly dueNo: string;
  readonly userId: string;
  /** The business system and its own number. */
  readonly system: string;
  readonly businessNo: string;
  readonly merchantNo: string;
  readonly agencyName: string;
  readonly title: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly fen: string;
  /** The order that pays it, once it was tapped. */
  readonly bizOrderNo?: string;
}

type Kind = Pick<Due, 'system' | 'merchantNo' | 'agencyName' | 'title' | 'itemCode' | 'itemName' | 'fen'>;

/** Three units: one developer pays for all of them. */
export const dueKinds: readonly Kind[] = [
  { system: '不动产登记系统', merchantNo: 'M35040000001', agencyName: '三明市不动产登记中心', title: '不动产登记费', itemCode: 'D350400001', itemName: '不动产登记费（住宅）', fen: '8000' },
  { system: '行政审批系统', merchantNo: 'M35040000002', agencyName: '三明市行政服务中心', title: '道路占用修复费', itemCode: 'D350400013', itemName: '城市道路占用挖掘修复费', fen: '12500' },
  { system: '普通话测试报名系统', merchantNo: 'M35040000003', agencyName: '三明市语言文字工作站', title: '普通话水平测试费', itemCode: 'D350400021', itemName: '普通话水平测试费', fen: '5000' },
];

const maxDues = 200;

export class DueBook {
  readonly #dues = new Map<string, Due>();
  #count = 0;

  /** A business system hands over the next of its kinds. */
  handOver(userId: string, kind: Kind = dueKinds[this.#count % dueKinds.length] as Kind): Due {
    this.#count += 1;
    const number = String(this.#count).padStart(4, '0');
    const due = { ...kind, userId, dueNo: `DUE${number}`, businessNo: `YW2026${number}` };
    this.#dues.set(due.dueNo, due);
    const oldest = this.#dues.keys().next();
    if (this.#dues.size > maxDues && !oldest.done) this.#dues.delete(oldest.value);
    return due;
  }

  find(dueNo: string): Due | undefined { return this.#dues.get(dueNo); }
  of(userId: string): readonly Due[] { return [...this.#dues.values()].filter((due) => due.userId === userId); }

  payBy(dueNo: string, bizOrderNo: string): void {
    const due = this.#dues.get(dueNo);
    if (due) this.#dues.set(dueNo, { ...due, bizOrderNo });
  }
}

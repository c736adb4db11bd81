import type { DeskFace } from '../shared/integrator/desk.js';

export const face: DeskFace = { look: { brand: '三明市不动产登记中心', colour: '#7a3e12' }, homeLabel: '返回受理列表' };

/** Who issues at the counter; invented people. */
export const operators = ['窗口01 王丽', '窗口02 陈建国', '窗口03 吴晓梅'] as const;

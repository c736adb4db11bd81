import type { DeskFace } from '../shared/integrator/desk.js';

export const face: DeskFace = { look: { brand: '不动产登记收费窗口', colour: '#8c4a0f' }, homeLabel: '返回收费窗口' };

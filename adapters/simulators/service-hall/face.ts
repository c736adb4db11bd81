import type { DeskFace } from '../shared/integrator/desk.js';

export const face: DeskFace = { look: { brand: '三明市网上办事大厅', colour: '#0b5cad' }, homeLabel: '返回办件列表' };

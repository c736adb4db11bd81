import { allContracts } from './all-contracts.js';
import { openMemory } from './opened.js';

allContracts('memory', openMemory);

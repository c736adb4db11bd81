import { storeContracts } from './all-contracts.js';
import { openMemory } from './opened.js';

for (const contract of storeContracts) contract('memory', openMemory);

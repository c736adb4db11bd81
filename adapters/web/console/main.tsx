import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { loadAhead } from './layout/ahead.js';

loadAhead(window.location.pathname);
const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<App />);

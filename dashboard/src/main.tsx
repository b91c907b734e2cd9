import { createRoot } from 'react-dom/client';
import './app/fonts.css';
import './app/global.css';
import './app/shell.css';
import './app/print.css';
import { App } from './app/App';
import { installTheme } from './app/preferences';
import { installPalettes } from './app/tokens';
import { speakAsBefore } from './words';

installPalettes();
installTheme();
// a newer release has taken the place of the one that this page came from
addEventListener('vite:preloadError', event => {
  if (sessionStorage.getItem('thidua.renewed') !== document.lastModified) {
    sessionStorage.setItem('thidua.renewed', document.lastModified);
    event.preventDefault();
    location.reload();
  }
});

const root = document.getElementById('root');
if (root !== null) {
  void speakAsBefore().then(() => createRoot(root).render(<App />));
}

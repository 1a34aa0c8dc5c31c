import { App } from './app.tsx';
import { renderPage } from './render-page.tsx';

renderPage(<App />);

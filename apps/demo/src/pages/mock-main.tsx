import { SignInPage } from '../mock/sign-in-page.tsx';
import { startMock } from '../mock/start-mock.ts';
import { App } from './app.tsx';
import { renderPage } from './render-page.tsx';

if (location.pathname === '/mock/sign-in') {
  const authorizationId = new URLSearchParams(location.search).get('authorization') ?? '';
  renderPage(<SignInPage authorizationId={authorizationId} />);
} else {
  await startMock();
  renderPage(<App />);
}

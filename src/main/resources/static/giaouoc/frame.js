// The head of every page beside Tasklist: its "Đăng xuất".

import {send} from './server.js';

document.getElementById('sign-out').addEventListener('click', async () => {
  await send('POST', '/logout').catch(() => null);
  location.assign('/login?logout');
});

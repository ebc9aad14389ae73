// The administrators' page of what was written to people; in the trial also what its mail server has taken.

import {button, h, paragraphs} from './dom.js';
import {send} from './server.js';

const STATUS = {HELD: 'Giữ lại vì chưa có máy chủ thư', WAITING: 'Chờ gửi', SENDING: 'Đang gửi', SENT: 'Đã gửi', REFUSED: 'Bị từ chối',
  UNCLEAR: 'Không rõ đã gửi hay chưa', STALE: 'Giữ quá lâu, không gửi'};
const PAGE = 50;
const outbox = document.getElementById('outbox');
const caught = document.getElementById('caught');
const time = new Intl.DateTimeFormat('vi-VN', {timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit',
  minute: '2-digit', hour12: false});
let status = '';
let offset = 0;

/** 08:00 20/05/2024 */
function shown(moment) {
  const part = Object.fromEntries(time.formatToParts(new Date(moment)).map(({type, value}) => [type, value]));
  return `${part.hour}:${part.minute} ${part.day}/${part.month}/${part.year}`;
}

const table = (heads, rows) => h('table.gu-table', {}, h('thead', {}, h('tr', {}, heads.map((head) => h('th', {scope: 'col'}, head)))), h('tbody', {}, rows));

function row(mail, said) {
  const again = ['REFUSED', 'STALE'].includes(mail.status)
    ? button('Gửi lại', () => send('POST', `/api/mails/${encodeURIComponent(mail.id)}/again`).then(load, (refusal) => {
      said.textContent = refusal.message;
    }), 'gu-link') : null;
  return h('tr', {}, h('td', {}, shown(mail.createdAt)), h('td', {}, mail.address), h('td', {}, mail.subject),
    h('td', {}, STATUS[mail.status], again ? ' ' : null, again, mail.problem ? h('p.gu-note', {}, mail.problem) : null));
}

function draw({page, on, withoutAddress, catcher}) {
  if (catcher && caught.hidden) {
    send('GET', '/api/trial/mails').then(drawCaught, () => null);
  }
  const said = h('p.adm-said', {role: 'status'});
  const filter = h('select.gu-input', {'aria-label': 'Trạng thái', onchange: (event) => {
    status = event.target.value;
    offset = 0;
    load();
  }}, h('option', {value: ''}, 'Mọi trạng thái'), Object.entries(STATUS).map(([code, name]) => h('option', {value: code, selected: code === status}, name)));
  outbox.replaceChildren(h('div', {}, h('h2', {}, `Hộp thư đi (${page.total.toLocaleString('vi-VN')})`),
    on ? null : h('p.gu-note', {}, 'Chưa cấu hình máy chủ thư: thư được soạn và giữ lại, không gửi.'),
    withoutAddress > 0 ? h('p.gu-note', {}, `${withoutAddress.toLocaleString('vi-VN')} người chưa có địa chỉ thư điện tử.`) : null,
    filter, said, h('div.adm-list', {}, page.items.length ? table(['Lúc', 'Người nhận', 'Tiêu đề', 'Trạng thái'], page.items.map((mail) => row(mail, said)))
      : h('p', {}, 'Không có thư.')),
    offset > 0 ? button('Mới hơn', () => turn(-PAGE)) : null, offset + PAGE < page.total ? button('Cũ hơn', () => turn(PAGE)) : null));
}

function turn(by) {
  offset += by;
  load();
}

function load() {
  return send('GET', `/api/mails?offset=${offset}&limit=${PAGE}${status ? `&status=${status}` : ''}`).then(draw, (refusal) => {
    outbox.replaceChildren(h('p.gu-error', {role: 'alert'}, refusal.message));
  });
}

function drawCaught(letters) {
  const letter = h('div', {id: 'letter'});
  const open = (one) => letter.replaceChildren(h('h3', {}, one.subject), h('p.gu-note', {}, `Gửi ${one.to} lúc ${shown(one.sentAt)}`), paragraphs(one.text));
  caught.hidden = false;
  caught.replaceChildren(h('h2', {}, `Hộp thư dùng thử (${letters.length})`),
    h('p.gu-note', {}, 'Máy chủ thư của bản chạy thử nhận mọi thư và không chuyển đi đâu; thư mất khi dừng chương trình.'),
    h('div.adm-list', {}, table(['Lúc', 'Người nhận', 'Tiêu đề'], letters.map((one) => h('tr', {}, h('td', {}, shown(one.sentAt)), h('td', {}, one.to),
      h('td', {}, button(one.subject, () => open(one), 'gu-link')))))), letter);
}

load();

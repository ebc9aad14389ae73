// "Phong trào đã kết thúc": what became of its reports, and the works that are still open. Their results are recorded here when
// "Theo dõi phong trào" is over.

import {button, h} from './dom.js';
import {YearText} from './controls.js';
import {paperBoard, periodBoard, workBoard} from './course.js';
import {fact, facts} from './parts.js';
import {send} from './server.js';
import {showMoment} from './text.js';

const API = '/api/v1/campaigns';
const MOST = 200;
const list = h('section.adm-panel');
const detail = h('section.adm-panel', {'aria-live': 'polite'}, h('p.gu-note', {}, 'Chọn một phong trào để xem báo cáo, công trình, phần việc.'));
const rows = h('div.adm-list', {'aria-live': 'polite'});
const year = new YearText({name: 'year', label: 'Năm', hint: 'Năm lập hồ sơ phong trào; để trống là tất cả.'});
document.getElementById('main').append(list, detail);

async function refresh() {
  const chosen = year.value();
  try {
    const {items, total} = await send('GET', `${API}?status=CLOSED&limit=${MOST}${Number.isInteger(chosen) ? `&year=${chosen}` : ''}`);
    rows.replaceChildren(items.length ? h('table.gu-table', {}, h('thead', {}, h('tr', {}, ['Mã', 'Phong trào', 'Kết thúc lúc'].map((head) => h('th', {scope: 'col'}, head)))),
      h('tbody', {}, items.map((campaign) => h('tr', {}, h('td', {}, campaign.code), h('td', {}, button(campaign.title, () => open(campaign), 'gu-link')),
        h('td.gu-moment', {}, showMoment(campaign.closedAt)))))) : h('p.gu-empty', {}, 'Chưa có phong trào nào kết thúc.'),
    total > items.length ? h('p.gu-note', {}, `Còn ${total - items.length} dòng; hãy chọn năm.`) : '');
  } catch (refusal) {
    rows.replaceChildren(h('p.gu-error', {}, refusal.message));
  }
}

async function open({code, title, number, closedAt}) {
  try {
    const periods = await send('GET', `${API}/${encodeURIComponent(code)}/reports`);
    detail.replaceChildren(h('h2', {}, title), facts(fact('Mã', code), fact('Số, ký hiệu kế hoạch', number), fact('Kết thúc lúc', showMoment(closedAt))),
      workBoard({caseCode: code}), periodBoard({caseCode: code, view: {periods}}), paperBoard({caseCode: code}));
  } catch (refusal) {
    detail.replaceChildren(h('p.gu-error', {}, refusal.message));
  }
}

list.replaceChildren(year.node, button('Xem', refresh, 'gu-button gu-small'), rows);
refresh();

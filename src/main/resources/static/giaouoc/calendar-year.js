// The dry run: a year's deadlines of all campaigns and blocs, what clashes, who has how much, and the file for a calendar.

import {h} from './dom.js';
import {send} from './server.js';
import {showDate, showNumber} from './text.js';

const API = '/api/v1/calendar';
const kept = {who: '', caseCode: '', perWeek: '5'};

/** @param {number[]} years of the holiday table @param {number} shown the year to begin with */
export async function drawYear(body, years, shown) {
  const year = h('select.gu-input', {id: 'y-year', onchange: load}, years.map((one) => h('option', {value: one, selected: one === shown}, one)));
  const who = h('select.gu-input', {id: 'y-who', onchange: load});
  const caseCode = h('select.gu-input', {id: 'y-case', onchange: load});
  const perWeek = h('input.gu-input', {id: 'y-week', type: 'number', min: 1, max: 50, value: kept.perWeek, onchange: load});
  const file = h('a.gu-button', {download: true}, 'Tải lịch (.ics)');
  const result = h('div', {'aria-live': 'polite'});
  const bar = (label, control) => h('div', {}, h('label', {for: control.id}, label), control);
  body.replaceChildren(h('p.gu-note', {}, 'Chạy thử: mọi thời hạn trong năm, kể cả của kế hoạch, cụm, khối còn là dự thảo; không có gì được ban hành. '
    + 'Việc đang mở giữ đúng hạn của nó, việc chưa đến lượt được tính dự kiến từ hôm nay.'),
    h('div.cal-bar', {}, bar('Năm', year), bar('Người thực hiện', who), bar('Hồ sơ', caseCode), bar('Số hạn tối đa mỗi tuần', perWeek), file), result);
  let all = null;
  let asks = 0;

  /** Of several questions under way only the newest one's answer is shown. */
  async function load() {
    const ask = ++asks;
    Object.assign(kept, {who: who.value || kept.who, caseCode: caseCode.value, perWeek: perWeek.value || '5'});
    kept.who = who.options.length ? who.value : kept.who;
    if (!result.firstChild) {
      result.replaceChildren(h('p.gu-note', {}, 'Đang tính…'));
    }
    const filter = new URLSearchParams(Object.entries({who: kept.who, caseCode: kept.caseCode}).filter(([, value]) => value));
    try {
      if (all?.year !== Number(year.value)) {
        const answer = await send('GET', `${API}/years/${year.value}/deadlines`);
        if (ask !== asks) {
          return;
        }
        all = answer;
        options(who, 'Tất cả', all.loads.map((load2) => [load2.who, load2.who]), kept.who);
        options(caseCode, 'Tất cả', [...new Map(all.items.map((item) => [item.caseCode, `${item.caseCode} – ${item.title}`]))], kept.caseCode);
      }
      const found = await send('GET', `${API}/years/${year.value}/deadlines?${filter}&perWeek=${kept.perWeek}`);
      if (ask !== asks) {
        return;
      }
      file.href = `${API}/years/${year.value}/deadlines.ics?${filter}`;
      result.replaceChildren(...shownYear(found));
    } catch (refusal) {
      result.replaceChildren(h('p.gu-error', {role: 'alert'}, refusal.message));
    }
  }

  await load();
}

function options(select, empty, list, value) {
  select.replaceChildren(h('option', {value: ''}, empty), ...list.map(([code, name]) => h('option', {value: code, selected: code === value}, name)));
}

const head = (names) => h('thead', {}, h('tr', {}, names.map((name) => h('th', {scope: 'col'}, name))));

function shownYear({items, clashes, loads}) {
  return [h('h2', {}, `Trùng, dồn việc (${clashes.length})`), clashes.length ? h('ul', {}, clashes.map((clash) => h('li', {}, `${showDate(clash.day)}: ${clash.message}`)))
    : h('p.gu-note', {}, 'Không có.'),
  h('h2', {}, `Thời hạn trong năm (${items.length})`), h('div.adm-list', {}, h('table.gu-table', {}, head(['Ngày', 'Việc', 'Hồ sơ', 'Người thực hiện', 'Tình trạng']),
    h('tbody', {}, months(items)))),
  h('h2', {}, 'Số hạn còn phải thực hiện'), h('div.adm-list', {}, h('table.gu-table.cal-numbers', {}, head(['Người thực hiện', ...[...Array(12).keys()].map((at) => `T${at + 1}`), 'Cả năm']),
    h('tbody', {}, loads.map(({who, months: counts, total}) => h('tr', {}, h('td', {}, who), counts.map((count) => h('td', {}, count || '')), h('td', {}, total))))))];
}

function months(items) {
  const rows = [];
  let month = '';
  for (const item of items) {
    if (item.day.slice(0, 7) !== month) {
      month = item.day.slice(0, 7);
      rows.push(h('tr.cal-month', {}, h('td', {colspan: 5}, `Tháng ${Number(month.slice(5))}`)));
    }
    rows.push(h('tr', {'data-inactive': String(item.state === 'DONE')}, h('td', {}, showDate(item.day)), h('td', {}, item.what), h('td', {}, item.caseCode, h('div.gu-note', {}, item.title)),
      h('td', {}, item.who, item.people > 1 ? ` (${showNumber(item.people)} đơn vị)` : ''),
      h('td', {}, h('span.gu-tag', {'data-standing': item.state}, item.stateName), item.dayOff ? h('div.cal-off', {}, item.dayOff) : '')));
  }
  return rows.length ? rows : h('tr', {}, h('td', {colspan: 5}, 'Không có thời hạn nào.'));
}

// The province's report on the first half of a year: what was gathered and the words over it.

import {h} from './dom.js';
import {Files, Group, Select, Text} from './controls.js';
import {box, fact, facts, readTable} from './parts.js';
import {section} from './plan.js';
import {QUOTA_OBJECTS, nameOf, showDate, showNumber} from './text.js';

const blocTable = (blocs) => readTable(['Cụm, khối', 'Tình trạng', 'Đã báo cáo', 'Báo cáo chậm', 'Không báo cáo'], blocs.map((bloc) => [bloc.name,
  h(`span.gu-tag${bloc.received ? '.gu-tag-good' : '.gu-tag-bad'}`, {}, bloc.status), `${showNumber(bloc.reported)} / ${showNumber(bloc.members)}`,
  bloc.late.join('; '), bloc.missing.join('; ')]), [2], 'Sơ kết của các cụm, khối');

const figureTable = (figures) => readTable(['Chỉ tiêu', 'Đơn vị tính', 'Cách tính', 'Kết quả', 'Đạt', 'Chưa đạt'], figures.map((figure) =>
  [figure.name, figure.unit ?? '', figure.summed ? 'cộng' : 'bình quân', showNumber(figure.value), showNumber(figure.reached), showNumber(figure.missed)]),
[3, 4, 5], 'Chỉ tiêu giao ước');

const campaignTable = (campaigns) => readTable(['Phong trào', 'Ngày sơ kết', 'Đơn vị báo cáo', 'Báo cáo'], campaigns.map((line) =>
  [line.title, showDate(line.date), `${showNumber(line.reported)} / ${showNumber(line.total)}`, line.number ?? 'chưa ban hành']), [2], 'Sơ kết các phong trào');

const awardText = (award) => `${award.unitName}: ${award.title} năm ${award.awardYear} (Quyết định số ${award.decisionNumber} ngày ${showDate(award.decisionDate)} của ${award.grantedBy})`;

const gapNames = (gathered) => gathered.blocs.filter(({received}) => !received).map(({name}) => name).join('; ');

/** What is known, beside the words. */
function gatheredView({gathered, report}) {
  return box('Đã tổng hợp', facts(fact('Thời gian', `${showDate(report.halfFrom)} – ${showDate(report.halfTo)}`),
    fact('Đã tiếp nhận sơ kết', `${showNumber(gathered.received)} / ${showNumber(gathered.blocs.length)} cụm, khối`), fact('Chưa có báo cáo', gapNames(gathered))),
  gathered.blocs.length ? blocTable(gathered.blocs) : null, gathered.figures.length ? figureTable(gathered.figures) : null,
  gathered.campaigns.length ? campaignTable(gathered.campaigns) : null,
  gathered.awards.length ? [h('strong', {}, 'Khen thưởng ngoài khối'), h('ul', {}, gathered.awards.map((award) => h('li', {}, awardText(award))))] : null,
  gathered.models.length ? readTable(['Đơn vị', 'Đối tượng', 'Điển hình', 'Thành tích, cách làm'], gathered.models.map((model) =>
    [model.unitName, nameOf(QUOTA_OBJECTS, model.kind), model.name, model.achievement]), [], 'Điển hình tiên tiến') : null);
}

function startMidYear({view}) {
  const composition = new Select({name: 'composition', label: 'Quyết định thành lập cụm, khối thi đua', required: true, list: view.compositions,
    hint: 'Báo cáo tự mở sau khi kết thúc nửa đầu của kỳ; khởi tạo tại đây để mở sớm, hoặc khi ngày đó đã qua.'});
  const group = new Group(null, [composition]);
  return {body: group.node, group};
}

function writeMidYear({view}) {
  const text = (name, label, rows, required = false) => new Text({name, label, rows, required});
  const words = [text('overview', 'Đánh giá chung', 5, true), text('results', 'Kết quả nổi bật', 6, true), text('limitations', 'Hạn chế, nguyên nhân', 4),
    text('directions', `Phương hướng, nhiệm vụ ${view.secondHalf}`, 5, true), text('proposals', 'Đề xuất, kiến nghị', 3)];
  const files = new Files({name: 'files', label: 'Tệp đính kèm'});
  const node = h('div.gu-editor', {}, section('Nội dung báo cáo', null, words.map((control) => control.node)), section('Tệp đính kèm', null, files.node));
  const group = new Group(null, [...words, files], node);
  return {group, body: h('div.gu-split.gu-split-edit', {}, h('div.gu-split-read', {}, group.node), h('div.gu-split-do', {}, gatheredView(view)))};
}

export const midYearPages = {startMidYear, writeMidYear};

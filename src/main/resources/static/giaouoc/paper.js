// A plan to read: laid out as an administrative paper (NĐ 30/2020, Phụ lục I) with quốc hiệu, tiêu ngữ, number, place
// and date, title, numbered sections, "Nơi nhận" and the signer's capacity.

import {h, paragraphs} from './dom.js';
import {fileLink} from './controls.js';
import {CAMPAIGN_TYPES, DIRECTIONS, QUOTA_LIMITS, QUOTA_OBJECTS, REPORT_KINDS, UNIT_KINDS, daysInclusive, nameOf, showDate,
  showDateInWords, showNumber, upper} from './text.js';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/**
 * @param {object} plan the plan of the form API; number, issueDate, issuer, place, signerName and signerTitle when known
 * @param {object} view names units and campaigns, the signer's capacity
 */
export function planPaper(plan, view) {
  return paper('KẾ HOẠCH', plan, view, [paragraphs(plan.legalGrounds, 'gu-paper-ground'), sections(plan, view)]);
}

/**
 * Any other paper: a report, an amendment, a withdrawal.
 * @param {object} head kind ("BÁO CÁO"), symbol ("BC-UBND"), title, paper: number, date, issuer, signer as far as known; files
 */
export function officialPaper({kind, symbol, title, paper: known, files, capacity}, content) {
  const {number, issueDate, issuingBody, signerName, signerCapacity} = known ?? {};
  return paper(kind, {title, number, issueDate, issuer: issuingBody, signerName, signerTitle: signerCapacity, files}, {symbol, capacity}, content);
}

/**
 * A paper with exactly what is printed on it.
 * @param {object} content as the printer has it: body, number, symbol, place, date, kindName, title, grounds, opening, sections, closing, receivers,
 *   capacity, signer
 * @param {object} more files; capacity in which the reader would sign; table: draws a section's table in its own way, or null
 */
export function printedPaper(content, {files, capacity, table: draw = () => null} = {}) {
  const {body, number, symbol, place, date, year, kindName, title, receivers, signer} = content;
  const [, ...lines] = content.capacity;
  const decides = kindName === 'QUYẾT ĐỊNH';
  return paper(kindName, {title, number, issueDate: date, year, issuer: body, place, receivers, signerName: signer, signerTitle: lines.join('\n'), files},
    {symbol, capacity}, [
      decides ? h('p.gu-paper-authority', {}, body) : null,
      content.grounds.map((line) => h('p.gu-paper-ground', {}, line)),
      decides ? h('p.gu-paper-authority', {}, 'QUYẾT ĐỊNH:') : null,
      content.opening ? paragraph(content.opening) : null,
      content.sections.map((section) => h('section', {}, decides ? article(section) : [
        section.heading ? h('h5.gu-paper-section', {}, section.heading) : null, (section.paragraphs ?? []).map(paragraph)],
      section.table?.rows.length ? draw(section.table) ?? table(section.table.heads, section.table.rows, section.table.numeric) : null)),
      content.closing ? paragraph(content.closing) : null]);
}

/** "Điều 1." stands before the first words of the article. */
const article = ({heading, paragraphs: [first, ...rest]}) => [h('p.gu-paper-p', {}, h('strong', {}, heading), ' ', first), rest.map(paragraph)];

function paper(kind, head, view, content) {
  return h('article.gu-paper', {'aria-label': `${kind}: ${head.title ?? ''}`},
    head.number ? null : h('div.gu-paper-draft', {}, head.numberUnknown || head.issueDate ? 'CHƯA RÕ SỐ' : 'DỰ THẢO'),
    paperHead(head, view),
    h('div.gu-paper-title', {}, h('div', {}, kind), h('div.gu-paper-subject', {}, head.title ?? '(chưa có tên)')),
    content,
    paperFoot(head, view),
    head.files?.length ? h('div.gu-paper-files', {}, h('strong', {}, 'Tệp kèm theo'),
      h('ul.gu-files', {}, head.files.map((file) => h('li.gu-file', {}, fileLink(file))))) : null);
}

function paperHead(plan, view) {
  const issuer = (plan.issuer ?? view.issuer ?? 'Ủy ban nhân dân tỉnh').replace(/^UBND/, 'Ủy ban nhân dân');
  const place = plan.place ?? view.place;
  const number = plan.number ? (String(plan.number).includes('/') ? plan.number : `${plan.number}/${view.symbol ?? 'KH-UBND'}`) : `      /${view.symbol ?? 'KH-UBND'}`;
  const date = plan.issueDate ? showDateInWords(plan.issueDate) : `ngày      tháng      năm ${plan.year ?? ''}`;
  return h('header.gu-paper-head', {},
    h('div.gu-paper-issuer', {}, h('strong.gu-paper-ruled', {}, upper(issuer)), h('span.gu-paper-number', {}, `Số: ${number}`)),
    h('div.gu-paper-nation', {}, h('strong', {}, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      h('strong.gu-paper-motto', {}, 'Độc lập - Tự do - Hạnh phúc'),
      h('em.gu-paper-date', {}, place ? `${place}, ${date}` : date)));
}

/** Only sections that have content are numbered, so that the paper reads without gaps. */
function sections(plan, view) {
  return paperSections([
    ['Mục đích, yêu cầu', paragraphs(plan.purpose, 'gu-paper-p')],
    ['Chủ đề, sự kiện', occasions(plan, view)],
    ['Đối tượng', subjects(plan, view)],
    ['Nội dung thi đua', numberedItems(plan.contentItems)],
    ['Mục tiêu, chỉ tiêu', targets(plan.targets)],
    ['Thời gian', period(plan)],
    ['Khen thưởng', quotas(plan.quotas)],
    ['Tổ chức thực hiện', organisation(plan, view)],
  ]);
}

/** @param {[string, Node[]][]} parts titles with their content; those without content are left out and not numbered */
export function paperSections(parts) {
  return parts.filter(([, content]) => content.length > 0).map(([title, content], index) =>
    h('section', {}, h('h5.gu-paper-section', {}, `${ROMAN[index]}. ${upper(title)}`), content));
}

const paragraph = (text) => h('p.gu-paper-p', {}, text);

function occasions(plan, view) {
  const events = (plan.occasions ?? []).map(({name, date}) => paragraph(`- ${name ?? ''}${date ? ` (${showDate(date)})` : ''}.`));
  const parents = (plan.parents ?? []).map((code) => {
    const title = view.campaigns?.find((campaign) => campaign.code === code)?.title;
    return paragraph(`- Thuộc phong trào ${title ? `“${title}” (${code})` : code}.`);
  });
  return [...(plan.slogan ? [h('p.gu-paper-slogan', {}, plan.slogan)] : []),
    ...(events.length || plan.slogan ? [paragraph(`Loại phong trào: ${nameOf(CAMPAIGN_TYPES, plan.type).toLowerCase()}.`)] : []),
    ...events, ...parents];
}

const unitName = (view, code) => nameOf(view.units, code);

function subjects(plan, view) {
  const kinds = (plan.unitKinds ?? []).map((code) => nameOf(view.unitKinds?.length ? view.unitKinds : UNIT_KINDS, code));
  const excluded = (plan.excludedUnits ?? []).map((code) => unitName(view, code));
  const others = (plan.otherSubjects ?? []).map(({name, communeCode}) =>
    paragraph(`- ${name ?? ''}${communeCode ? ` (${unitName(view, communeCode)} trả lời thay)` : ''}.`));
  return [
    ...(kinds.length ? [paragraph(`${kinds.join('; ')}.`)] : []),
    ...(excluded.length ? [paragraph(`Không áp dụng cho: ${excluded.join('; ')}.`)] : []),
    ...others,
  ];
}

function numberedItems(items) {
  return (items ?? []).map((item, index) => h('div', {}, String(item).split('\n').map((text, row) =>
    paragraph(row === 0 ? `${index + 1}. ${text}` : text))));
}

function table(heads, rows, numeric = []) {
  return h('div.gu-scroll', {}, h('table.gu-paper-table', {},
    h('thead', {}, h('tr', {}, heads.map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, rows.map((cells) => h('tr', {}, cells.map((cell, column) =>
      h('td', {class: numeric.includes(column) ? 'gu-number' : null}, cell)))))));
}

function targets(list) {
  if (!list?.length) {
    return [];
  }
  return [table(['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Hiện tại', 'Cần đạt', 'Chiều'], list.map((target, index) =>
    [index + 1, target.name, target.unit, showNumber(target.baseline), showNumber(target.target), nameOf(DIRECTIONS, target.direction)]), [3, 4])];
}

function period(plan) {
  const days = daysInclusive(plan.from, plan.to);
  return [
    ...(plan.from || plan.to ? [paragraph(`- Thời gian thực hiện: từ ngày ${showDate(plan.from) || '…'} đến hết ngày ${showDate(plan.to) || '…'}${days ? ` (${showNumber(days)} ngày)` : ''}.`)] : []),
    ...(plan.reportingDates ?? []).map(({kind, date}) => paragraph(`- ${nameOf(REPORT_KINDS, kind)}: ngày ${showDate(date)}.`)),
    ...(plan.finalReviewDate ? [paragraph(`- Tổng kết: ngày ${showDate(plan.finalReviewDate)}.`)] : []),
    ...(plan.responseDue ? [paragraph(`- Các đơn vị gửi kế hoạch và đăng ký công trình, phần việc trước ngày ${showDate(plan.responseDue)}.`)] : []),
  ];
}

function quotas(list) {
  if (!list?.length) {
    return [];
  }
  const limit = ({limitKind, limit: value}) => ({PERCENT: `${showNumber(value)} %`, PER_UNIT: `${showNumber(value)} mỗi đơn vị`}[limitKind]
    ?? `${showNumber(value)}${limitKind && limitKind !== 'COUNT' ? ` (${nameOf(QUOTA_LIMITS, limitKind)})` : ''}`);
  return [table(['TT', 'Đối tượng', 'Hình thức', 'Không quá'],
    list.map((quota, index) => [index + 1, nameOf(QUOTA_OBJECTS, quota.object), quota.award, limit(quota)]), [3])];
}

function organisation(plan, view) {
  return (plan.themes ?? []).map(({theme, agencyCode}) => paragraph(`- ${unitName(view, agencyCode)}: cơ quan thường trực về ${theme ?? ''}.`));
}

function paperFoot(plan, view) {
  const capacity = view.capacity ?? plan.signerTitle ?? '';
  const lines = capacity.split(/\n|\s+[–-]\s+/).filter(Boolean).map(upper);
  const agencies = [...new Set((plan.themes ?? []).map(({agencyCode}) => unitName(view, agencyCode)))];
  const receivers = plan.receivers ?? ['Các đối tượng thực hiện', ...agencies, 'Lưu: VT.'];
  return h('footer.gu-paper-foot', {},
    h('div.gu-paper-receivers', {}, h('strong', {}, 'Nơi nhận:'),
      receivers.map((name) => h('div', {}, `- ${name}${name.endsWith('.') ? '' : ';'}`))),
    h('div.gu-paper-signature', {}, h('strong', {}, 'TM. ỦY BAN NHÂN DÂN'), lines.map((text) => h('strong', {}, text)),
      h('span.gu-paper-signer', {}, plan.signerName ?? signerName(view) ?? '')));
}

const signerName = (view) => (typeof view.signer === 'string' ? view.signer : view.signer?.name);

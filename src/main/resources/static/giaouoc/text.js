// Vietnamese texts of values: dates, numbers, sizes and the names behind the codes of the form API.

const ZONE = 'Asia/Ho_Chi_Minh';
const NUMBER = new Intl.NumberFormat('vi-VN', {maximumFractionDigits: 4});
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
});
const DAY_MS = 86_400_000;

export const CAMPAIGN_TYPES = [
  {code: 'REGULAR', name: 'Thường xuyên', hint: 'Thi đua theo công việc hằng ngày, xét danh hiệu hằng năm'},
  {code: 'THEMATIC', name: 'Chuyên đề', hint: 'Một chủ đề, thường kéo dài nhiều năm'},
  {code: 'PEAK', name: 'Đợt, cao điểm', hint: 'Thời gian ngắn, gắn với một sự kiện'},
];
export const UNIT_KINDS = [
  {code: 'DEPARTMENT', name: 'Sở, ban, ngành'},
  {code: 'PARTY_BODY', name: 'Cơ quan Đảng'},
  {code: 'MASS_ORGANISATION', name: 'Mặt trận Tổ quốc, đoàn thể'},
  {code: 'ARMED_FORCES', name: 'Lực lượng vũ trang'},
  {code: 'COMMUNE', name: 'Xã, phường, thị trấn'},
  {code: 'ENTERPRISE', name: 'Doanh nghiệp'},
  {code: 'COOPERATIVE', name: 'Hợp tác xã'},
];
export const REPORT_KINDS = [
  {code: 'MIDTERM', name: 'Sơ kết'},
  {code: 'YEARLY', name: 'Báo cáo hằng năm'},
];
/** The periods of a campaign; the plan editor offers the first two, the tổng kết has a date of its own. */
export const PERIOD_KINDS = [...REPORT_KINDS, {code: 'FINAL', name: 'Tổng kết'}];
export const PERIOD_STATES = {
  PLANNED: 'Chưa đến kỳ', OPEN: 'Đơn vị đang báo cáo', CONSOLIDATED: 'Đã trình báo cáo', SIGNED: 'Đã ký, ban hành', CANCELLED: 'Đã dừng',
};
export const AGGREGATIONS = [
  {code: 'SUM', name: 'Cộng các đơn vị'},
  {code: 'AVERAGE', name: 'Bình quân các đơn vị'},
  {code: 'PROVINCE', name: 'Toàn tỉnh, nhập khi tổng hợp'},
];
export const WORK_STATES = [
  {code: 'DOING', name: 'Đang thực hiện'},
  {code: 'DONE', name: 'Đã hoàn thành'},
  {code: 'DROPPED', name: 'Không thực hiện'},
];
export const CHANGE_KINDS = {AMEND: 'Điều chỉnh', WITHDRAW: 'Thu hồi'};
export const CHANGE_STATES = {
  DRAFTING: 'Đang soạn', IN_APPROVAL: 'Đang trình duyệt', IN_FORCE: 'Đã có hiệu lực', REFUSED: 'Không ban hành', ABANDONED: 'Đã thôi đề nghị',
};
export const DIRECTIONS = [
  {code: 'UP', name: 'Tăng'},
  {code: 'DOWN', name: 'Giảm'},
  {code: 'KEEP', name: 'Giữ vững'},
];
export const QUOTA_OBJECTS = [
  {code: 'COLLECTIVE', name: 'Tập thể'},
  {code: 'INDIVIDUAL', name: 'Cá nhân'},
  {code: 'HOUSEHOLD', name: 'Hộ gia đình'},
];
export const QUOTA_LIMITS = [
  {code: 'COUNT', name: 'Số lượng'},
  {code: 'PERCENT', name: 'Tỷ lệ %'},
  {code: 'PER_UNIT', name: 'Mỗi đơn vị'},
];
export const RESPONSE_STATES = {
  PENDING: 'Chờ mở', BLOCKED: 'Chưa mở được', OPEN: 'Chưa trả lời', SUBMITTED: 'Chờ thủ trưởng duyệt', ANSWERED: 'Đã trả lời',
  RETURNED: 'Bị trả lại', CANCELLED: 'Đã dừng',
};
export const REPORT_STATES = {
  PENDING: 'Chờ mở', BLOCKED: 'Chưa mở được', OPEN: 'Chưa báo cáo', SUBMITTED: 'Chờ thủ trưởng duyệt', REPORTED: 'Đã báo cáo', CANCELLED: 'Đã dừng',
};
const DECISIONS = {
  APPROVE: 'Đồng ý', APPROVED: 'Đồng ý', RETURN: 'Trả lại', RETURNED: 'Trả lại', REFUSE: 'Không ban hành',
  REFUSED: 'Không ban hành', REGISTER: 'Đã vào sổ', REGISTERED: 'Đã vào sổ', SUBMIT: 'Đã trình', SUBMITTED: 'Đã trình',
  COMMENT: 'Đã góp ý', COMMENTED: 'Đã góp ý', ANSWER: 'Đã trả lời', ANSWERED: 'Đã trả lời', DONE: 'Đã xong',
};
const STEPS = {
  DRAFT: 'Soạn dự thảo', DIVISION: 'Trưởng phòng duyệt', DIRECTOR: 'Giám đốc Sở ký tờ trình',
  OFFICE: 'Văn phòng UBND kiểm tra thể thức, thẩm quyền', SIGN: 'Lãnh đạo UBND ký', REGISTER: 'Văn thư vào sổ, ban hành',
};

/** Name of a code in a list of {code, name}; the code itself when the list does not know it. */
export function nameOf(list, code) {
  return list?.find((entry) => entry.code === code)?.name ?? code ?? '';
}

export const decisionName = (code) => DECISIONS[code] ?? code ?? '';
export const stepName = (code) => STEPS[code] ?? code ?? '';
export const stateName = (code) => RESPONSE_STATES[code] ?? code ?? '';
export const isReturn = (code) => ['RETURN', 'RETURNED', 'REFUSE', 'REFUSED', 'Trả lại', 'Không ban hành'].includes(code);

/** NFC, otherwise exactly as typed; null when there is nothing but blanks. */
export function given(text) {
  return text === null || text === undefined || text.trim() === '' ? null : text.normalize('NFC');
}

const DATE = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/;

/** "12/5/2024" → "2024-05-12"; undefined when it is not a date of the calendar. */
export function parseDate(text) {
  const parts = DATE.exec(text);
  if (!parts) {
    return undefined;
  }
  const [day, month, year] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** Why a text is not a date, for the official who typed it. */
export function dateComplaint(text) {
  const parts = DATE.exec(text);
  return parts ? `Ngày ${parts[1].padStart(2, '0')}/${parts[2].padStart(2, '0')}/${parts[3]} không có trong lịch.`
    : 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/05/2024.';
}

/** "2024-05-12" (or an ISO moment) → "12/05/2024", in Vietnamese time. */
export function showDate(iso) {
  if (!iso) {
    return '';
  }
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return plain ? `${plain[3]}/${plain[2]}/${plain[1]}` : showMoment(iso).slice(-10);
}

/** ISO moment → "17:00 12/05/2024"; a plain date → "12/05/2024". */
export function showMoment(iso) {
  if (!iso) {
    return '';
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    return showDate(iso);
  }
  const parts = Object.fromEntries(MOMENT.formatToParts(new Date(withColon(iso))).map(({type, value}) => [type, value]));
  return `${parts.hour}:${parts.minute} ${parts.day}/${parts.month}/${parts.year}`;
}

export const showTime = (iso) => showMoment(iso).slice(0, 5);

/** The engine writes offsets as +0700, which browsers other than Chrome do not read. */
const withColon = (iso) => String(iso).replace(/([+-]\d{2})(\d{2})$/, '$1:$2');

/** "ngày 05 tháng 02 năm 2024": day below 10 and months 1, 2 with a leading zero (NĐ 30/2020, Phụ lục I). */
export function showDateInWords(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return `ngày ${String(day).padStart(2, '0')} tháng ${month < 3 ? `0${month}` : month} năm ${year}`;
}

/** Days from one date to another, both counted: 20/05–05/08 = 78; null when one is missing or they are in the wrong order. */
export function daysInclusive(from, to) {
  if (!from || !to || to < from) {
    return null;
  }
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** "1.234,5" → 1234.5; undefined when it is not a number written the Vietnamese way. */
export function parseNumber(text) {
  const compact = text.replace(/[\s\u00a0]/g, '');
  if (!/^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(compact)) {
    return undefined;
  }
  return Number(compact.replaceAll('.', '').replace(',', '.'));
}

export const showNumber = (value) => (value === null || value === undefined || value === '' ? '' : NUMBER.format(value));

/** The unit of a difference: that of two percentages is counted in points, not in percent. */
export const differenceUnit = (unit) => (unit ?? '').replace('%', 'điểm %').trim();

export function showSize(bytes) {
  if (!Number.isFinite(bytes)) {
    return '';
  }
  return bytes < 1_000_000 ? `${showNumber(Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${showNumber(Math.round(bytes / 100_000) / 10)} MB`;
}

/** Lower case without accents, so that "so giao duc" finds "Sở Giáo dục". */
export function searchable(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}

export const upper = (text) => String(text ?? '').toLocaleUpperCase('vi');

// The way from Tasklist to the page where absences and deputies are entered.

export default {
  id: 'giaouoc-absence',
  pluginPoint: 'tasklist.navbar.action',
  priority: 50,
  render(container) {
    const link = document.createElement('a');
    link.href = '/giaouoc/absence.html';
    link.textContent = 'Vắng mặt, xử lý thay';
    container.replaceChildren(link);
  },
};

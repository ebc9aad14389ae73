package vn.giaouoc.bloc;

/**
 * Something wrong in a sheet.
 *
 * @param sheet  name of the sheet
 * @param row    from 0, as the file counts
 * @param column from 0
 */
record SheetFault(String sheet, int row, int column, String message) {

    /** {@code Thành viên!D5}, as a spreadsheet names the place. */
    String place() {
        return sheet + "!" + (char) ('A' + column) + (row + 1);
    }
}

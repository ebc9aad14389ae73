package vn.giaouoc.document;

/**
 * A paper as Word has it and as it is read and signed; both say the same.
 *
 * @param template        code of the template
 * @param templateVersion with which the same content gives the same paper again
 */
public record Printed(String template, int templateVersion, byte[] docx, byte[] pdf) {
}

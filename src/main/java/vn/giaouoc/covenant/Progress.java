package vn.giaouoc.covenant;

/** How far a round is. @param all whether nobody is waited for any more */
public record Progress(int done, int total, boolean all) {
}

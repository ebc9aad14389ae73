package vn.giaouoc.midyear;

/** What Sở Nội vụ writes over what was gathered; each at most 100.000 characters. */
public record MidYearText(String overview, String results, String limitations, String directions, String proposals) {

    /** Nothing written yet. */
    public static MidYearText blank() {
        return new MidYearText(null, null, null, null, null);
    }
}

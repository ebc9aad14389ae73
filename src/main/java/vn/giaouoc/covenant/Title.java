package vn.giaouoc.covenant;

/** A title of the catalogue that members may register. */
public record Title(String code, String name, Kind kind, String legalSource) {

    /** Who may hold it. */
    public enum Kind { INDIVIDUAL, COLLECTIVE }
}

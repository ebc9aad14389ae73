package vn.giaouoc.midyear;

/** A report with its words (null before it was handed in) and what was gathered: then, or at this moment. */
public record MidYearDetail(MidYearReport report, MidYearText text, HalfYear gathered) {
}

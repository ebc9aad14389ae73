package vn.giaouoc.midyear;

/** The report as it was handed in: the words, and what was gathered at that moment. */
public record SubmittedMidYear(MidYearText text, HalfYear gathered) {
}

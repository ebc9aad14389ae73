package vn.giaouoc.bloc;

import java.util.List;

/**
 * One bloc in "Theo dõi khối thi đua".
 *
 * @param members how many units are members now
 * @param stage   where its year's work stands, in Vietnamese
 * @param detail  one sentence more, or why it could not be opened; may be null
 * @param missing names of the units that still owe something
 * @param failed  whether the job that opens it has failed for good
 */
public record BlocRow(String code, String name, String headName, int members, BlocYearStatus status, String stage, String detail,
                      List<String> missing, boolean failed) {
}

/// What residents write of themselves (本人の記録): kept, filed and corrected as the record of the handbook.
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package hmnet.record.ownrecords;

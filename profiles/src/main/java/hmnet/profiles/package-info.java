/// Judges FHIR by packages of profiles that an operator put into a folder (プロファイルによる検証). HAPI's validator lives
/// here alone, and runs in a process of its own with memory and time of its own.
@NullMarked
package hmnet.profiles;

import org.jspecify.annotations.NullMarked;

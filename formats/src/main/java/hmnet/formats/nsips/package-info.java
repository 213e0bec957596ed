/// NSIPS (調剤システム連携): what a pharmacy's dispensing system hands to the machines around it, one
/// prescription a file.
@NullMarked
package hmnet.formats.nsips;

import org.jspecify.annotations.NullMarked;

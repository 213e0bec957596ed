/// Results of laboratory companies by a declared layout (検査会社の CSV・固定長): a layout is a file of data
/// that a facility declares, not code.
@NullMarked
package hmnet.formats.labcsv;

import org.jspecify.annotations.NullMarked;

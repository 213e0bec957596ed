/// Replies of the receipt computer ORCA, as JSON or as XML (日レセ API の応答・日医標準レセプト XML).
@NullMarked
package hmnet.formats.orca;

import org.jspecify.annotations.NullMarked;

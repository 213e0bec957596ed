/// What a message tells that has a life of its own at its sender (電文の事項): an order, a diagnosis, a stay.
@NullMarked
package hmnet.formats.hl7v2.item;

import org.jspecify.annotations.NullMarked;

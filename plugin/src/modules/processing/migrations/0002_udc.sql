-- Captions of UDC classes that the library loaded, over those that come with the program.
-- tenant: udc_pack
-- tenant: udc_caption
CREATE TABLE udc_pack (
  library TEXT NOT NULL,
  name TEXT NOT NULL,
  notice TEXT NOT NULL,
  stamp TEXT NOT NULL,
  entries BIGINT NOT NULL CHECK (entries > 0),
  loaded_on TEXT NOT NULL,
  loaded_by TEXT NOT NULL,
  PRIMARY KEY (library)
)
-- next
CREATE TABLE udc_caption (
  library TEXT NOT NULL,
  notation TEXT NOT NULL,
  caption_ro TEXT NOT NULL,
  caption_en TEXT NOT NULL,
  caption_hu TEXT NOT NULL,
  replaced_by TEXT NOT NULL,
  PRIMARY KEY (library, notation)
)

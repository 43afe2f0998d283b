-- What a recap was asked to be is read and written whole: one document instead of a column for every wish.
alter table recap add column request text;

update recap set request = json_build_object(
  'length_seconds', length_seconds,
  'style', 'story',
  'spoilers', spoilers,
  'locked', json_build_array(),
  'excluded', json_build_array(),
  'rendering', json_build_object(
    'aspect', aspect,
    'more_aspects', json_build_array(),
    'captions', captions,
    'loudness', 'streaming',
    'lossless', false))::text;

alter table recap
  alter column request set not null,
  drop column length_seconds,
  drop column aspect,
  drop column captions,
  drop column spoilers;

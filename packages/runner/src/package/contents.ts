import type { Archive } from './archive.js';
import { DataShape } from './data-shape.js';
import { attachmentPath, dataPath, schemaPath } from './file-names.js';
import { jsonLine, type PackagedFile } from './jsonl.js';
import type { PackageRecord, PackageSection } from './package-source.js';
import { recordSchema } from './record-schema.js';
import { SectionSurvey } from './survey.js';
import { toChunks } from './chunks.js';

/** One connection's part of the package while it is written: its source, what was seen of it, and where its files lie. */
export class SectionContents {
  readonly section: PackageSection;
  readonly survey = new SectionSurvey();
  readonly #archive: Archive;

  constructor(section: PackageSection, archive: Archive) {
    this.section = section;
    this.#archive = archive;
  }

  /** Where a record's file lies; undefined when it has none or it could not be fetched. */
  fileOf(record: PackageRecord): PackagedFile | undefined {
    const path = this.#attachmentPath(record);
    const stored = path === undefined ? undefined : this.#archive.files.get(path);
    return path === undefined || stored === undefined ? undefined : { path, ...stored };
  }

  /** Writes every attachment; before the rows, which name size and hash. */
  async writeAttachments(): Promise<void> {
    for (const { name } of this.section.resources.filter((resource) => resource.binary)) {
      for await (const record of this.section.records(name)) await this.#writeAttachment(record);
    }
  }

  /** Writes the rows of every resource, each followed by the schema that they turn out to have. */
  async writeData(): Promise<void> {
    const { connection, resources } = this.section;
    for (const resource of resources) {
      const shape = new DataShape();
      await this.#archive.add(
        dataPath(connection, resource.name),
        toChunks(this.#lines(resource.name, shape)),
      );
      const schema = JSON.stringify(recordSchema(resource, shape.schema()), null, 2);
      await this.#archive.add(schemaPath(connection, resource.name), [Buffer.from(`${schema}\n`)]);
    }
  }

  async #writeAttachment(record: PackageRecord): Promise<void> {
    const path = this.#attachmentPath(record);
    const content = path === undefined ? null : await this.section.file(record.resource, record.id);
    if (path !== undefined && content !== null) await this.#archive.add(path, content);
  }

  async *#lines(resource: string, shape: DataShape): AsyncGenerator<string> {
    for await (const record of this.section.records(resource)) {
      this.survey.note(record);
      shape.note(record.data);
      yield jsonLine(record, this.fileOf(record));
    }
  }

  #attachmentPath({ resource, id, file }: PackageRecord): string | undefined {
    const binary = this.section.resources.filter((each) => each.binary).map(({ name }) => name);
    if (file === undefined || !binary.includes(resource)) return undefined;
    const prefix = binary.length > 1 ? resource : undefined;
    return attachmentPath({
      connection: this.section.connection,
      resource: prefix,
      recordId: id,
      name: file.name,
    });
  }
}

/** The fence of a left join, null when the row has none. */
export function fenceRef(row: {
  fence_id: string | null
  fence_kind: 'area' | 'site' | null
  fence_name: string | null
}): { id: string; kind: 'area' | 'site'; name: string } | null {
  const { fence_id: id, fence_kind: kind, fence_name: name } = row
  return id && kind && name ? { id, kind, name } : null
}
